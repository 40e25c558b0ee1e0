/** How answers may be compressed, the better one first. */
const CODINGS = ['br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number];

/** RFC 9110, 12.5.3: the better one of those that the caller can read. */
export function acceptedCoding(header: string | undefined): Coding | undefined {
  const accepted = (header ?? '').split(',').flatMap((part) => {
    const [name = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
    const refused = parameters.some((each) => /^q\s*=\s*0(?:\.0*)?$/.test(each));
    return refused ? [] : [name];
  });
  return CODINGS.find((coding) => accepted.includes(coding));
}

/** What a person types into the form, apart from the address. */
export interface TypedValues {
  readonly company: string;
  readonly firstName: string | null;
  readonly lastName: string;
  readonly phone: string | null;
  readonly message: string | null;
}

const FIELDS = ['company', 'firstName', 'lastName', 'phone', 'message'] as const;

/** What somebody who registers an address again typed differently; what they left out is no difference. */
export function differences(
  first: TypedValues,
  again: TypedValues,
): Partial<Record<keyof TypedValues, string>> {
  const differing = FIELDS.flatMap((field) => {
    const value = again[field];
    return value !== null && value !== first[field] ? [[field, value] as const] : [];
  });
  return Object.fromEntries(differing);
}

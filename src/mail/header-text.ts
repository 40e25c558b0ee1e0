// The longest encoded word has 75 characters; base64 makes four of three bytes.
const MAX_BYTES = 45;

/**
 * A text for a header that every receiver shows as it is written: what looks like an encoded word (RFC 2047) would be
 * decoded, and the library lets it pass as such, so the whole is encoded.
 */
export function headerText(text: string): string {
  if (!text.includes('=?')) return text;
  const words = [''];
  for (const character of text) {
    const longer = (words.at(-1) ?? '') + character;
    if (Buffer.byteLength(longer) > MAX_BYTES) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ');
}

/** A name beside an address: the library would put it into quotation marks, within which many receivers decode, too. */
export function nameText(name: string): string {
  return name.replaceAll('=?', '= ?');
}

/**
 * A password in the form that is hashed (NFKC, as NIST 800-63B asks for): keyboards of other devices write the same umlaut
 * as two characters, digits in full width, or a space that does not break.
 */
export function passwordForm(password: string): string {
  return password.normalize('NFKC');
}

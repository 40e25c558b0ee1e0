/** How a spreadsheet recognises a formula, also behind the quotation marks that are put in front here. */
const FORMULA = /^'*[=+\-@\t\r]/;
const NEUTRALISED = /^'+[=+\-@\t\r]/;

/** A text that no spreadsheet takes for a formula. */
export function neutralised(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** What `neutralised` was given: exporting and importing changes nothing. */
export function deneutralised(text: string): string {
  return NEUTRALISED.test(text) ? text.slice(1) : text;
}

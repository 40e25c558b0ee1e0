export interface CheckTexts {
  readonly required: string;
  readonly unticked: string;
  readonly email: string;
  readonly invalid: string;
  tooLong(most: number): string;
  tooShort(least: number): string;
  tooSmall(least: string): string;
  tooLarge(most: string): string;
  tooEarly(first: string): string;
}

export type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * What the browser finds wrong in a form, by the name of the field.
 * @param date says a moment as people do
 */
export function fieldErrorsOf(
  form: HTMLFormElement,
  texts: CheckTexts,
  date: (iso: string) => string,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const element of form.elements) {
    if (!isControl(element) || element.name === '') continue;
    const fieldError = fieldErrorOf(element, texts, date);
    if (fieldError) found[element.name] = fieldError;
  }
  return found;
}

/** A control whose text is typed; the choice of a file or a password is never kept. */
export function isTyped(element: Element): element is Typed {
  return isControl(element) && !['password', 'file', 'checkbox', 'radio', 'hidden'].includes(element.type);
}

function isControl(element: Element): element is Typed {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  );
}

function fieldErrorOf(element: Typed, texts: CheckTexts, date: (iso: string) => string): string | undefined {
  const { validity, value, required } = element;
  if (element.type === 'checkbox') return validity.valueMissing ? texts.unticked : undefined;
  if (validity.valueMissing || (required && value.trim() === '')) return texts.required;
  if (validity.typeMismatch) return texts.email;
  if ('maxLength' in element && element.maxLength >= 0 && value.length > element.maxLength) {
    return texts.tooLong(element.maxLength);
  }
  if (validity.tooShort && 'minLength' in element) return texts.tooShort(element.minLength);
  if (element instanceof HTMLInputElement && element.type === 'number') {
    if (validity.rangeUnderflow) return texts.tooSmall(element.min);
    if (validity.rangeOverflow) return texts.tooLarge(element.max);
  }
  // Where the reader is: a day alone would be that of Greenwich.
  if ('min' in element && validity.rangeUnderflow) return texts.tooEarly(date(`${element.min}T00:00`));
  return validity.valid ? undefined : texts.invalid;
}

import { useTexts } from '../../i18n';

/** What a form shows, by the name of the field. */
export type Shown = Readonly<Record<string, string | boolean>>;

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** More of a long text would hide the rest of what is said. */
const SHORT = 120;

/** Only changed values are sent, so that concurrent changes of others stay. */
export function changedIn(form: HTMLFormElement, before: Shown): Shown {
  const now = Object.keys(before).map((name) => [name, read(form, name)] as const);
  return Object.fromEntries(now.filter(([name, value]) => value !== before[name]));
}

/** Puts values into the fields of the form, but for those named by `kept`. */
export function show(form: HTMLFormElement, values: Shown, kept: Shown = {}): void {
  for (const [name, value] of Object.entries(values)) {
    if (name in kept) continue;
    const field = fieldOf(form, name);
    if (isCheck(field)) field.checked = value === true;
    else if (field) field.value = String(value);
  }
}

/**
 * Merges what somebody else has changed since `before` into the form, but for fields that the user has changed, and answers a text that
 * says what that was.
 */
export function useMergeChanges(): (form: HTMLFormElement, before: Shown, now: Shown) => string {
  const { admin } = useTexts();
  const textOf = (field: Field, value: string | boolean): string => {
    if (typeof value === 'boolean') return admin.yesNo(value);
    const chosen =
      field instanceof HTMLSelectElement && [...field.options].find((option) => option.value === value);
    const text = chosen ? chosen.text : value || '–';
    return text.length > SHORT ? `${text.slice(0, SHORT)} …` : text;
  };
  return (form, before, now) => {
    show(form, now, changedIn(form, before));
    const changes = Object.entries(now).flatMap(([name, value]) => {
      const field = fieldOf(form, name);
      return field && value !== before[name] ? [`${labelOf(field)}: ${textOf(field, value)}`] : [];
    });
    return admin.meanwhile(changes.join('; '));
  };
}

/** As it stands beside the field, with the group that it is in. */
function labelOf(field: Field): string {
  const group = field.closest('fieldset')?.querySelector('legend')?.textContent;
  // What follows says whether it has to be filled in.
  const label = field.labels?.[0]?.firstChild?.textContent;
  return [group, label].filter(Boolean).join(', ');
}

function read(form: HTMLFormElement, name: string): string | boolean {
  const field = fieldOf(form, name);
  return isCheck(field) ? field.checked : (field?.value.trim() ?? '');
}

function fieldOf(form: HTMLFormElement, name: string): Field | undefined {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLElement && 'value' in field ? (field as Field) : undefined;
}

function isCheck(field: Field | undefined): field is HTMLInputElement {
  return field instanceof HTMLInputElement && field.type === 'checkbox';
}

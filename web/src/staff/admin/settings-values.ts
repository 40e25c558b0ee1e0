import type { Settings, SettingsChange } from './queries';

/** What the form shows, by the name of the field: the JSON pointer into the body, without its first slash. */
type Shown = Readonly<Record<string, string | boolean>>;

export function shownOf({ onlineShop, printerShop, ...settings }: Settings): Shown {
  return {
    portalName: settings.portalName,
    portalUrl: settings.portalUrl ?? '',
    defaultLanguage: settings.defaultLanguage,
    timeZone: settings.timeZone,
    'onlineShop/enabled': onlineShop.enabled,
    'onlineShop/showPrices': onlineShop.showPrices,
    'printerShop/enabled': printerShop.enabled,
    'printerShop/showPrices': printerShop.showPrices,
    senderName: settings.senderName ?? '',
    senderAddress: settings.senderAddress ?? '',
    replyTo: settings.replyTo ?? '',
    credentialsMail: settings.credentialsMail,
    registrationOpen: settings.registrationOpen,
    contactsMayCloseTickets: settings.contactsMayCloseTickets,
    imprintUrl: settings.imprintUrl ?? '',
    privacyUrl: settings.privacyUrl ?? '',
    termsUrl: settings.termsUrl ?? '',
    termsVersion: settings.termsVersion ?? '',
  };
}

/** Only changed values are sent, so that concurrent changes of others stay. */
export function changedIn(form: HTMLFormElement, before: Shown): Shown {
  const now = Object.keys(before).map((name) => [name, read(form, name)] as const);
  return Object.fromEntries(now.filter(([name, value]) => value !== before[name]));
}

/** Puts values into the fields of the form, but for those named by `kept`. */
export function show(form: HTMLFormElement, values: Shown, kept: Shown = {}): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (name in kept) continue;
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = value === true;
    else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
      field.value = String(value);
  }
}

/** An empty field means that there is none. */
export function bodyOf(changed: Shown): SettingsChange {
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(changed)) {
    const [field = '', part] = name.split('/');
    if (part) body[field] = { ...(body[field] as object | undefined), [part]: value };
    else body[field] = value === '' ? null : value;
  }
  return body;
}

function read(form: HTMLFormElement, name: string): string | boolean {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement && field.type === 'checkbox') return field.checked;
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value.trim() : '';
}

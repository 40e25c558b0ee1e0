import type { Shown } from './form-values';
import type { Settings, SettingsChange } from './queries';

/** By the name of the field: the JSON pointer into the body, without its first slash. */
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

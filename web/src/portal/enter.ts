import { loadPortalTexts } from '../i18n';

/** What the portal's frame needs before it is shown: its words. */
export async function enterPortal(): Promise<void> {
  await loadPortalTexts();
}

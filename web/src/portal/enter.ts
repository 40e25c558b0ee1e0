import { queries } from '../api/queries';
import { loadTextsOf } from '../i18n';
import { overviewQuery } from './overview/query';

/** What the portal's frame needs: its words, and on the way already what it shows. */
export async function enterPortal(): Promise<void> {
  void queries.query(overviewQuery).catch(() => undefined);
  await loadTextsOf('portal');
}

import { queries } from '../api/queries';
import { loadTextsOf } from '../i18n';
import type { Me } from '../session/session';
import { overviewQuery } from './overview/query';

/** What the portal's frame needs: its words, and on the way already what it shows; with an initial password that is refused. */
export async function enterPortal({ passwordChangeRequired }: Me): Promise<void> {
  if (!passwordChangeRequired) void queries.query(overviewQuery).catch(() => undefined);
  await loadTextsOf('portal');
}

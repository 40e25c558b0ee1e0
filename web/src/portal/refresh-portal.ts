import { queries } from '../api/queries';
import { currentUser, hasChanged, type Me } from '../session/session';

/** Reads the user and all that is shown again. @param showMe shows who the user is now */
export async function refreshPortal(showMe: () => Promise<void>): Promise<void> {
  const me = await currentUser();
  if (me && (await hasChanged(me).catch(() => false))) {
    // Prices vanish before anything comes without them, and appear once it comes with them: none is "on request" meanwhile.
    if (showsPrices(await currentUser()) && !showsPrices(me)) await queries.invalidateQueries();
    await showMe();
  }
  await queries.invalidateQueries();
}

function showsPrices(user?: Me): boolean {
  return Object.values(user?.shops ?? {}).some((shop) => shop?.pricesVisible);
}

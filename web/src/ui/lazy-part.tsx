import { type ComponentType, lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useTexts } from '../i18n';
import { useAnnounce } from './status';

/**
 * A part of a page in a file of its own, which is loaded when it is shown first; without a connection, as soon as that is back; where a
 * release has replaced the file, with the whole app.
 * @param fallback shown until it is there; where nothing is, it is said that there is no connection
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  fallback: ReactNode = <OfflineHint />,
): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await loadOnceOnline(load) })) as ComponentType<Props>;
  return function LazyPart(props) {
    return (
      <Suspense fallback={fallback}>
        <Part {...props} />
      </Suspense>
    );
  };
}

function OfflineHint(): ReactNode {
  const { common } = useTexts();
  const announce = useAnnounce();
  useEffect(() => {
    if (!navigator.onLine) announce(common.failed.unreachable);
  }, [announce, common]);
  return null;
}

async function loadOnceOnline<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    if (navigator.onLine) return reloadOnce(error);
    await new Promise((resolve) => addEventListener('online', resolve, { once: true }));
    return loadOnceOnline(load);
  }
}

/** After a release the file is no longer there: the whole app is reloaded, once for each file. What was typed is kept as a draft. */
async function reloadOnce(error: unknown): Promise<never> {
  const key = `reloaded: ${String(error)}`;
  const isReachable = await fetch('/', { method: 'HEAD' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!isReachable || sessionStorage.getItem(key)) throw error;
  sessionStorage.setItem(key, 'yes');
  location.reload();
  return new Promise(() => undefined);
}

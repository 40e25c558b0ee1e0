import { lazyRouteComponent } from '@tanstack/react-router';
import { Unreachable } from '../api/problems';

/**
 * A page in a file of its own. The router loads the app anew where a file is no longer there, after a release; where nothing can be
 * reached that would leave nothing at all, so the page that is shown says so instead.
 */
export function lazy<File extends object, Name extends keyof File>(load: () => Promise<File>, name: Name) {
  return lazyRouteComponent<File, Name>(() => load().catch(explain), name);
}

async function explain(cause: unknown): Promise<never> {
  await fetch('/', { method: 'HEAD' }).catch(() => {
    throw new Unreachable(undefined, { cause });
  });
  throw cause;
}

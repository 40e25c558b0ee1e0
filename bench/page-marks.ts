import type { Mark } from './marks';
import type { LiveResult } from './live';
import type { PageResult } from './pages';

const LCP_MS = { login: 1_500, others: 2_000 };
const INP_MS = 100;
const SCRIPT_MS = 60;
const CLS = 0.02;
const LIVE_MS = 1_000;
/** Only there to be compared with. */
const ANCHOR = 'Swagger UI';

/** What pages may take at most. */
export function pageMarksOf(pages: readonly PageResult[]): Mark[] {
  return pages
    .filter(({ name }) => name !== ANCHOR)
    .flatMap(({ name, lcp, inp, scriptMs, cls }) => [
      atMost(`${name}: largest paint`, name === 'login' ? LCP_MS.login : LCP_MS.others, lcp, ' ms'),
      atMost(`${name}: slowest reaction`, INP_MS, inp, ' ms'),
      atMost(`${name}: scripts`, SCRIPT_MS, scriptMs, ' ms'),
      atMost(`${name}: movement`, CLS, cls),
    ]);
}

/** How soon pages show what others do. */
export function liveMarksOf(live: readonly LiveResult[]): Mark[] {
  return live.map(({ name, slowest }) => atMost(`live: ${name}, the slowest`, LIVE_MS, slowest, ' ms'));
}

function atMost(promise: string, target: number, measured: number, unit = ''): Mark {
  return { promise, target: `≤ ${target}${unit}`, measured: `${measured}${unit}`, met: measured <= target };
}

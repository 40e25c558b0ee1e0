import type { Mark } from './marks';
import type { PageResult } from './pages';

const LCP_MS = { login: 1_500, others: 2_000 };
const INP_MS = 100;
const SCRIPT_MS = 60;
const CLS = 0.02;
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

function atMost(promise: string, target: number, measured: number, unit = ''): Mark {
  return { promise, target: `≤ ${target}${unit}`, measured: `${measured}${unit}`, met: measured <= target };
}

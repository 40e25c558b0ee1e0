import type { Results } from './results';

/** A promise, and whether it is kept. */
export interface Mark {
  readonly promise: string;
  readonly target: string;
  readonly measured: string;
  readonly met: boolean;
}

const RATIO = { read: 0.7, write: 0.75 } as const;
const GROWTH = 1.25;
const TAIL = 5;
const MEMORY_MIB = 250;
const READY_MS = 3_000;

/** Everything that was promised, in the words of people. */
export function marksOf({ operations, startUps, peakMiB }: Results): Mark[] {
  return [
    ...operations.flatMap(({ name, kind, sizes, growth }) => [
      ...sizes.map(({ tickets, ratio }) => ({
        promise: `${name}, ${tickets} tickets: requests/s to the bare server's`,
        target: `≥ ${RATIO[kind]}`,
        measured: ratio.toFixed(2),
        met: ratio >= RATIO[kind],
      })),
      ...(kind === 'read'
        ? sizes.map(({ tickets, portal, bare }) => ({
            promise: `${name}, ${tickets} tickets: p99 to the bare server's`,
            target: `< ${TAIL}`,
            measured: (portal.p99 / bare.p99).toFixed(1),
            met: portal.p99 < TAIL * bare.p99,
          }))
        : []),
      ...(sizes.length > 1
        ? [
            {
              promise: `${name}: cost with the most tickets to that with the fewest`,
              target: `≤ ${GROWTH}`,
              measured: growth.toFixed(2),
              met: growth <= GROWTH,
            },
          ]
        : []),
    ]),
    {
      promise: 'resident memory of the process under load',
      target: `≤ ${MEMORY_MIB} MiB`,
      measured: `${peakMiB} MiB`,
      met: peakMiB <= MEMORY_MIB,
    },
    ...startUps
      .filter(({ name }) => name.includes('DATABASE_URL'))
      .map(({ name, ms }) => ({
        promise: `ready ${name}`,
        target: `≤ ${READY_MS / 1_000} s`,
        measured: `${(ms / 1_000).toFixed(1)} s`,
        met: ms <= READY_MS,
      })),
  ];
}

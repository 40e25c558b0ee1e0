import { liveMarksOf, pageMarksOf } from './page-marks';
import type { AtSize, OperationResult, Results } from './results';

/** A promise, and whether it is kept. */
export interface Mark {
  readonly promise: string;
  readonly target: string;
  readonly measured: string;
  readonly met: boolean;
}

/** Processor time of a request, to what it takes the bare server. */
export const NODE_COST = 1.6;
export const TOTAL_COST = 1.3;
const GROWTH = 1.25;
const TAIL = 5;
const MEMORY_MIB = 250;
const READY_MS = 3_000;

/** Everything that was promised, in the words of people. */
export function marksOf({ operations, startUps, pages, live, peakMiB }: Results): Mark[] {
  return [
    ...operations.flatMap((operation) => [
      ...operation.sizes.flatMap((size) => comparedMarks(operation, size)),
      ...(operation.sizes.length > 1
        ? [
            atMost(
              `${operation.name}: cost with the most tickets to that with the fewest`,
              GROWTH,
              operation.growth,
            ),
          ]
        : []),
      atMost(`${operation.name}: statements a request`, operation.mostQueries, operation.queries),
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
    ...pageMarksOf(pages),
    ...liveMarksOf(live),
  ];
}

function comparedMarks({ name, kind }: OperationResult, { tickets, portal, compared }: AtSize): Mark[] {
  if (!compared) return [];
  const { nodeCost, totalCost, bare } = compared;
  return [
    atMost(`${name}, ${tickets} tickets: processor time of node to the bare server's`, NODE_COST, nodeCost),
    atMost(`${name}, ${tickets} tickets: node and PostgreSQL together`, TOTAL_COST, totalCost),
    ...(kind === 'read'
      ? [atMost(`${name}, ${tickets} tickets: p99 to the bare server's`, TAIL, portal.p99 / bare.p99)]
      : []),
  ];
}

function atMost(promise: string, target: number, measured: number): Mark {
  return { promise, target: `≤ ${target}`, measured: String(rounded(measured)), met: measured <= target };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

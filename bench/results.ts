import { cpus, totalmem } from 'node:os';
import type { LoadResult, Figures } from './load';
import type { Operation } from './operations';
import type { Statements } from './queries';
import type { StartUp } from './startup';

/** How the two servers results with so many tickets. */
export interface AtSize {
  readonly tickets: number;
  readonly portal: Figures;
  readonly bare: Figures;
  /** The portal's requests a second to those of the bare server: the median of the rounds, each pair run in turn. */
  readonly ratio: number;
  readonly peakMiB: number;
}

export interface OperationResult {
  readonly name: string;
  readonly kind: Operation['kind'];
  readonly sizes: readonly AtSize[];
  /** What a request costs with the most tickets, to what it costs with the fewest. */
  readonly growth: number;
  readonly queries: number;
  readonly statements: Statements['statements'];
}

export interface Results {
  readonly at: string;
  readonly machine: string;
  readonly operations: readonly OperationResult[];
  readonly startUps: readonly StartUp[];
  /** The most that the program held in memory under load, in MiB. */
  readonly peakMiB: number;
}

export function atSize(tickets: number, portal: LoadResult, bare: LoadResult): AtSize {
  const ratios = portal.rounds.map(({ perSecond }, i) => perSecond / (bare.rounds[i]?.perSecond ?? NaN));
  return {
    tickets,
    portal: medianOf(portal.rounds),
    bare: medianOf(bare.rounds),
    ratio: rounded(median(ratios)),
    peakMiB: Math.round(portal.peakMiB),
  };
}

/** The largest size against the smallest, round by round. */
export function growth(smallest: LoadResult, largest: LoadResult): number {
  return rounded(
    median(smallest.rounds.map(({ perSecond }, i) => perSecond / (largest.rounds[i]?.perSecond ?? NaN))),
  );
}

export function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${memory} GiB, Node ${process.version}`;
}

function medianOf(rounds: readonly Figures[]): Figures {
  return {
    perSecond: Math.round(median(rounds.map(({ perSecond }) => perSecond))),
    p50: median(rounds.map(({ p50 }) => p50)),
    p99: median(rounds.map(({ p99 }) => p99)),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

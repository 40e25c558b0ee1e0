import { cpus, totalmem } from 'node:os';
import type { Figures, LoadResult } from './load';
import type { Operation } from './operations';
import type { LiveResult } from './live';
import type { PageResult } from './pages';
import type { Statements } from './queries';
import type { StartUp } from './startup';

/** How an operation did with so many tickets. */
export interface AtSize {
  readonly tickets: number;
  readonly portal: Figures;
  /** Beside the bare server, where it knows the operation. Ratios are medians of the rounds, each pair run in turn. */
  readonly compared?: {
    readonly bare: Figures;
    /** Of requests a second. */
    readonly ratio: number;
    /** Of the processor time that node takes for a request. */
    readonly nodeCost: number;
    /** Of the processor time of node and PostgreSQL together. */
    readonly totalCost: number;
  };
  readonly peakMiB: number;
}

export interface OperationResult {
  readonly name: string;
  readonly kind: Operation['kind'];
  readonly sizes: readonly AtSize[];
  /** Processor time of a request with the most tickets, to that with the fewest. */
  readonly growth: number;
  readonly queries: number;
  readonly mostQueries: number;
  readonly statements: Statements['statements'];
}

export interface Results {
  readonly at: string;
  readonly machine: string;
  readonly operations: readonly OperationResult[];
  readonly startUps: readonly StartUp[];
  readonly pages: readonly PageResult[];
  readonly live: readonly LiveResult[];
  /** The most that the program held in memory under load, in MiB. */
  readonly peakMiB: number;
}

export function atSize(tickets: number, portal: LoadResult, bare?: LoadResult): AtSize {
  return {
    tickets,
    portal: medianOf(portal.rounds),
    compared: bare && {
      bare: medianOf(bare.rounds),
      ratio: ratioOf(portal, bare, ({ perSecond }) => perSecond),
      nodeCost: ratioOf(portal, bare, ({ nodeMs }) => nodeMs),
      totalCost: ratioOf(portal, bare, totalMs),
    },
    peakMiB: Math.round(portal.peakMiB),
  };
}

/** The largest size against the smallest, round by round. */
export function growth(smallest: LoadResult, largest: LoadResult): number {
  return ratioOf(largest, smallest, totalMs);
}

export function totalMs({ nodeMs, postgresMs }: Figures): number {
  return nodeMs + postgresMs;
}

export function machine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${memory} GiB, Node ${process.version}`;
}

function ratioOf(one: LoadResult, other: LoadResult, figure: (of: Figures) => number): number {
  return rounded(median(one.rounds.map((round, i) => figure(round) / figure(other.rounds[i]!))));
}

function medianOf(rounds: readonly Figures[]): Figures {
  const of = (figure: keyof Figures): number => median(rounds.map((round) => round[figure]));
  return {
    perSecond: Math.round(of('perSecond')),
    p50: of('p50'),
    p99: of('p99'),
    nodeMs: rounded(of('nodeMs')),
    postgresMs: rounded(of('postgresMs')),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

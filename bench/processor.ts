import { readdirSync, readFileSync } from 'node:fs';

/** The kernel counts in hundredths of a second. */
const TICK_MS = 10;

interface Times {
  readonly parent: number;
  /** Of all its threads, in milliseconds. */
  readonly own: number;
  /** Of its children that have ended. */
  readonly ended: number;
}

/** Milliseconds of processor time that a process has taken. */
export function processorTime(pid: number): number {
  return timesOf(pid)?.own ?? 0;
}

/** Milliseconds of processor time that a process and its children have taken: of PostgreSQL, with everything that serves it. */
export function processorTimeWithChildren(pid: number): number {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const children = all.map((child) => timesOf(Number(child))).filter((times) => times?.parent === pid);
  const { own = 0, ended = 0 } = timesOf(pid) ?? {};
  return children.reduce((sum, times) => sum + (times?.own ?? 0), own + ended);
}

/** Of `/proc/PID/stat`; the name before the numbers may hold blanks. */
function timesOf(pid: number): Times | undefined {
  const text = read(`/proc/${pid}/stat`);
  if (text === undefined) return undefined;
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [parent, user, system, endedUser, endedSystem] = [1, 11, 12, 13, 14].map(
    (field) => fields[field] ?? 0,
  );
  return {
    parent: parent!,
    own: (user! + system!) * TICK_MS,
    ended: (endedUser! + endedSystem!) * TICK_MS,
  };
}

/** Nothing where it has ended meanwhile. */
function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

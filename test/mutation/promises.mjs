import { GROUP } from './groups.mjs';
import { KINDS, kindOf } from './kinds.mjs';

/** Percent of the mutants that some test has to notice. */
export const TARGET = 90;

const DETECTED = ['Killed', 'Timeout'];
const UNDETECTED = ['Survived', 'NoCoverage'];

/** Prints what was promised of each kind and what was measured; a promise that is not kept fails the run. */
class PromisesReporter {
  onMutationTestReportReady({ files }) {
    const mutants = Object.entries(files).flatMap(([file, { mutants }]) =>
      mutants.map(({ status }) => ({ kind: GROUP ?? kindOf(file), status })),
    );
    const of = (kind) => mutants.filter((mutant) => mutant.kind === kind);
    // A run may be about one file.
    const kinds = GROUP ? [] : Object.keys(KINDS).filter((kind) => of(kind).length > 0);
    const figures = [...kinds.map((kind) => figure(kind, of(kind))), figure(GROUP ?? 'all of them', mutants)];
    const rows = [['promise', 'target', 'measured', ''], ...figures.map(({ row }) => row)];
    const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)));
    const lines = rows.map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
    console.log(`\nMutation testing\n${lines.join('\n')}`);
    if (figures.some(({ kept }) => !kept)) process.exitCode = 1;
  }
}

function figure(kind, mutants) {
  const count = (statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const [noticed, missed] = [count(DETECTED), count(UNDETECTED)];
  const percent = (100 * noticed) / (noticed + missed);
  const kept = percent >= TARGET;
  const measured = `${percent.toFixed(1)} % (${noticed} of ${noticed + missed})`;
  return {
    kept,
    row: [
      `changes to ${kind} are noticed by ${GROUP ? 'an end-to-end test' : 'a unit test'}`,
      `at least ${TARGET} %`,
      measured,
      kept ? 'kept' : 'BROKEN',
    ],
  };
}

export const strykerPlugins = [{ kind: 'Reporter', name: 'promises', injectableClass: PromisesReporter }];

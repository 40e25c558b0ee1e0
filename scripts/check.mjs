// All gates behind one command, the quick ones first.
//   node scripts/check.mjs [--only step,step] [--from step]
// The last line is "N passed, N failed": tests, and one for every gate that is not a test suite.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brokenReferencesOfDocuments } from './references.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SWC = ['-r', '@swc-node/register'];
/** What is made of the program that runs: the document, and a client of it. */
const GENERATED = 'test/generated';

/** One group after the other, the steps of one at once. */
const GROUPS = [
  [gate('readme', readmeNamesTheTestCommand)],
  [gate('env', environmentIsDocumented)],
  [gate('asvs', command(process.execPath, 'scripts/asvs.mjs'))],
  [gate('references', documentsNameWhatExists)],
  [gate('build', bin('nest', 'build'))],
  [gate('web-build', bin('vite', 'build', '--logLevel', 'warn', 'web'))],
  [gate('bundle', command(process.execPath, 'scripts/bundle.mjs'))],
  // They read what is written and change nothing.
  [
    // In halves: it takes longer than the others, and uses one processor.
    gate('lint', bin('eslint', '.', '--ignore-pattern', 'web/**', '--max-warnings', '0')),
    gate('web-lint', bin('eslint', 'web', '--max-warnings', '0')),
    gate('web-types', bin('tsc', '--noEmit', '-p', 'web')),
    gate('format', bin('prettier', '--check', '.')),
    gate('graph', bin('depcruise', 'src', 'web', 'test', 'scripts', 'ormconfig.ts')),
    gate('unused', bin('knip', '--no-progress')),
    suite('unit'),
  ],
  [gate('schema', command(process.execPath, ...SWC, 'scripts/schema.ts'))],
  [gate('openapi', command(process.execPath, ...SWC, 'scripts/openapi.ts'))],
  [gate('requirements', command(process.execPath, 'scripts/requirements.mjs'))],
  [
    gate(
      'client',
      bin('openapi-typescript', `${GENERATED}/openapi.json`, '-o', `${GENERATED}/portal-api.d.ts`),
    ),
  ],
  // The tests use the client that was just made.
  [gate('types', bin('tsc', '--noEmit', '-p', 'tsconfig.json'))],
  [gate('web-schema', command(process.execPath, 'scripts/web-schema.mjs', '--check'))],
  // More than there are processors: much of what is tested is waiting.
  [suite('e2e', '--maxWorkers=4')],
  [suite('web', '--maxWorkers=3')],
  // Each one by one: they measure, and break things; mostly they wait.
  [suite('security', '--runInBand'), suite('resilience', '--runInBand')],
  // On a cluster of Citus; without TEST_CITUS_URL it says that it is skipped.
  [suite('distributed', '--runInBand')],
];
const STEPS = GROUPS.flatMap((steps, group) => steps.map((step) => ({ ...step, group })));

const total = { passed: 0, failed: 0, failures: [] };
for (const steps of grouped(chosen(process.argv.slice(2)))) {
  const results = await Promise.all(steps.map(run));
  for (const { passed, failed, failures } of results) {
    total.passed += passed;
    total.failed += failed;
    total.failures.push(...failures);
  }
  // Failing tests say nothing about the steps that follow; anything else does.
  if (results.some(({ failed, isGate }) => isGate && failed > 0)) break;
}
for (const name of total.failures) console.log(`failed: ${name}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function run({ name, isGate, run: check }) {
  const since = Date.now();
  const { passed, failed, failures = [], output } = await check();
  if (failed > 0 && output) console.log(output);
  const counts = isGate ? '' : ` (${passed} passed, ${failed} failed)`;
  const seconds = ((Date.now() - since) / 1000).toFixed(1);
  console.log(`${failed > 0 ? 'FAILED' : 'ok    '} ${name}, ${seconds} s${counts}`);
  return { isGate, passed, failed, failures };
}

/** A check as a whole: it counts as one. */
function gate(name, check) {
  return {
    name,
    isGate: true,
    run: async () => {
      const { ok, output } = await check();
      return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
    },
  };
}

function grouped(steps) {
  const groups = [];
  for (const step of steps) {
    if (step.group === groups.at(-1)?.[0].group) groups.at(-1).push(step);
    else groups.push([step]);
  }
  return groups;
}

/** A Jest project: each of its tests counts. */
function suite(project, ...args) {
  return {
    name: project,
    isGate: false,
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'kundenportal-jest-'));
      const file = join(folder, 'result.json');
      const { ok } = await bin(
        'jest',
        '--selectProjects',
        project,
        '--json',
        `--outputFile=${file}`,
        ...args,
      )('inherit');
      const result = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
      rmSync(folder, { recursive: true });
      const failed = (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0);
      // Whatever made Jest fail without a failing test (no tests, broken set-up) is a failure too.
      return {
        passed: result?.numPassedTests ?? 0,
        failed: ok ? failed : Math.max(failed, 1),
        failures: failuresOf(result),
      };
    },
  };
}

/** The names of what failed: Jest prints them where they happen, far above the end. */
function failuresOf(result) {
  return (result?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(ROOT, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length > 0) return failed.map(({ fullName }) => `${file}: ${fullName}`);
    return status === 'failed' ? [`${file}: ${message.split('\n', 1)[0]}`] : [];
  });
}

function bin(name, ...args) {
  return command(join(ROOT, 'node_modules/.bin', name), ...args);
}

function command(program, ...args) {
  return async (output = 'pipe') => {
    // Jest's JSON goes to its file as well as to stdout, where nobody wants it.
    const stdio = output === 'inherit' ? ['ignore', 'ignore', 'inherit'] : ['ignore', 'pipe', 'pipe'];
    const child = spawn(program, args, { cwd: ROOT, stdio });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk) => (text += chunk));
    }
    const [code] = await once(child, 'close').catch((error) => [error.message]);
    return { ok: code === 0, output: typeof code === 'string' ? code : text };
  };
}

/** People and the build server run the same command. */
function readmeNamesTheTestCommand() {
  const last = readFileSync(join(ROOT, '.ci/run'), 'utf8').trim().split('\n').at(-1);
  const readme = existsSync(join(ROOT, 'README.md')) ? readFileSync(join(ROOT, 'README.md'), 'utf8') : '';
  const ok = readme.split('\n').some((line) => line.trim() === last);
  return {
    ok,
    output: ok ? '' : `README.md must hold the line "${last}", the test command that .ci/run ends with.`,
  };
}

/** Tests move and are renamed; documents that promise something by them follow. */
function documentsNameWhatExists() {
  const problems = brokenReferencesOfDocuments();
  return { ok: problems.length === 0, output: problems.join('\n') };
}

/** .env.example and the program know the same settings. */
function environmentIsDocumented() {
  const namesIn = (file, ...patterns) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    return new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name]) => name)));
  };
  const read = namesIn('src/config/settings.ts', /^ {2}([A-Z][A-Z_]+):/gm);
  const documented = namesIn('.env.example', /^#?([A-Z][A-Z_]+)=/gm);
  const problems = [
    ...[...read].filter((name) => !documented.has(name)).map((name) => `.env.example lacks ${name}.`),
    ...[...documented]
      .filter((name) => !read.has(name))
      .map((name) => `Nothing reads ${name} of .env.example.`),
  ];
  return { ok: read.size > 0 && problems.length === 0, output: problems.join('\n') };
}

function chosen(args) {
  let steps = STEPS;
  const names = STEPS.map(({ name }) => name);
  for (let i = 0; i < args.length; i += 2) {
    const wanted = args[i + 1]?.split(',') ?? [];
    const usable =
      ['--only', '--from'].includes(args[i]) &&
      wanted.length > 0 &&
      wanted.every((name) => names.includes(name));
    if (!usable) {
      console.error(
        `usage: node scripts/check.mjs [--only step,step] [--from step]\nsteps: ${names.join(', ')}`,
      );
      process.exit(2);
    }
    steps =
      args[i] === '--only'
        ? steps.filter(({ name }) => wanted.includes(name))
        : STEPS.slice(names.indexOf(wanted[0]));
  }
  return steps;
}

// All gates behind one command, the quick ones first.
//   node scripts/check.mjs [--only step,step] [--from step]
// The last line is "N passed, N failed": tests, and one for every gate that is not a test suite.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SWC = ['-r', '@swc-node/register'];

const STEPS = [
  gate('readme', readmeNamesTheTestCommand),
  gate('env', environmentIsDocumented),
  gate('asvs', command(process.execPath, 'scripts/asvs.mjs')),
  gate('format', bin('prettier', '--check', '.')),
  gate('build', bin('nest', 'build')),
  gate('web-build', bin('vite', 'build', '--logLevel', 'warn', 'web')),
  gate('bundle', command(process.execPath, 'scripts/bundle.mjs')),
  gate('lint', bin('eslint', '.', '--max-warnings', '0')),
  gate('graph', bin('depcruise', 'src', 'web', 'test', 'scripts', 'ormconfig.ts')),
  gate('unused', bin('knip', '--no-progress')),
  suite('unit'),
  gate('schema', command(process.execPath, ...SWC, 'scripts/schema.ts')),
  gate('openapi', command(process.execPath, ...SWC, 'scripts/openapi.ts')),
  gate('requirements', command(process.execPath, 'scripts/requirements.mjs')),
  gate('client', command(process.execPath, 'scripts/client.mjs')),
  gate('web-schema', command(process.execPath, 'scripts/web-schema.mjs', '--check')),
  gate('types', bin('tsc', '--noEmit', '-p', 'tsconfig.json')),
  gate('web-types', bin('tsc', '--noEmit', '-p', 'web')),
  suite('e2e', '--maxWorkers=2'),
  suite('web', '--runInBand'),
  // One after the other: they measure, and break things.
  suite('security', '--runInBand'),
  suite('resilience', '--runInBand'),
];

const total = { passed: 0, failed: 0, failures: [] };
for (const step of chosen(process.argv.slice(2))) {
  const since = Date.now();
  const { passed, failed, failures = [], output } = step.run();
  total.passed += passed;
  total.failed += failed;
  total.failures.push(...failures);
  if (failed > 0 && output) console.log(output);
  const counts = step.isGate ? '' : ` (${passed} passed, ${failed} failed)`;
  console.log(
    `${failed > 0 ? 'FAILED' : 'ok    '} ${step.name}, ${((Date.now() - since) / 1000).toFixed(1)} s${counts}`,
  );
  // Failing tests say nothing about the steps that follow; anything else does.
  if (failed > 0 && step.isGate) break;
}
for (const name of total.failures) console.log(`failed: ${name}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** A check as a whole: it counts as one. */
function gate(name, check) {
  return {
    name,
    isGate: true,
    run: () => {
      const { ok, output } = check();
      return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
    },
  };
}

/** A Jest project: each of its tests counts. */
function suite(project, ...args) {
  return {
    name: project,
    isGate: false,
    run: () => {
      const folder = mkdtempSync(join(tmpdir(), 'kundenportal-jest-'));
      const file = join(folder, 'result.json');
      const { ok } = bin(
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
  return (output = 'pipe') => {
    // Jest's JSON goes to its file as well as to stdout, where nobody wants it.
    const stdio = output === 'inherit' ? ['ignore', 'ignore', 'inherit'] : ['ignore', 'pipe', 'pipe'];
    const result = spawnSync(program, args, {
      cwd: ROOT,
      encoding: 'utf8',
      stdio,
      maxBuffer: 64 * 1024 * 1024,
    });
    const text = [result.stdout, result.stderr, result.error?.message].filter(Boolean).join('\n');
    return { ok: result.status === 0, output: text };
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

/** .env.example and the program know the same settings. */
function environmentIsDocumented() {
  const namesIn = (file, ...patterns) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    return new Set(patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name]) => name)));
  };
  const read = namesIn('src/config/config.ts', /\benv\.([A-Z][A-Z_]+)/g, /\(env, '([A-Z][A-Z_]+)'/g);
  const documented = namesIn('.env.example', /^#?([A-Z][A-Z_]+)=/gm);
  const complaints = [
    ...[...read].filter((name) => !documented.has(name)).map((name) => `.env.example lacks ${name}.`),
    ...[...documented]
      .filter((name) => !read.has(name))
      .map((name) => `Nothing reads ${name} of .env.example.`),
  ];
  return { ok: read.size > 0 && complaints.length === 0, output: complaints.join('\n') };
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

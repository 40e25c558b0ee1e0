// Fails when docs/requirements.md names an operation or a test that does not exist, or lacks a requirement.
import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const numbers = [
  ...Array.from({ length: 22 }, (_, i) => `R${i + 1}`),
  ...Array.from({ length: 20 }, (_, i) => String(i + 1)),
  '23',
];

/** Of the document of the running program (step "openapi"). */
const operations = new Set(
  Object.values(JSON.parse(read('test/generated/openapi.json')).paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  ),
);
const rows = new Map(
  read('docs/requirements.md')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, number]) => numbers.includes(number))
    .map(([, number, , operationCell, testCell]) => [number, { operationCell, testCell }]),
);

const problems = numbers.flatMap((number) => {
  const row = rows.get(number);
  if (!row) return [`${number}: no row.`];
  return [
    ...missing(row.operationCell, (name) => operations.has(name)),
    ...missing(row.testCell, testExists),
  ].map((problem) => `${number}: ${problem}`);
});
for (const problem of problems) console.error(problem);
console.log(`${rows.size} requirements, ${operations.size} operations.`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** What is named between backticks and does not exist. */
function missing(cell, exists) {
  const names = [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  if (names.length === 0) return ['names nothing.'];
  return names.filter((name) => !exists(name)).map((name) => `there is no ${name}.`);
}

/** `file › title`, with the title as it stands in the file. */
function testExists(name) {
  const [file, title] = name.split(' › ');
  if (!title || !existsSync(new URL(file, root))) return false;
  return [`'${title}'`, `"${title}"`].some((text) => read(file).includes(text));
}

// Every requirement of ASVS levels 1 and 2 is answered in docs/asvs.md; that what it is answered with exists, references.mjs says.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FILE = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs/asvs.md');

/** The requirements of these levels in version 5.0.0. */
const SECTIONS =
  readNumbers(`1.1:1-2 1.2:1-9 1.3:1-11 1.4:1-3 1.5:1-2 2.1:1-3 2.2:1-3 2.3:1-4 2.4:1 3.2:1-2 3.3:1-4 3.4:1-6
  3.5:1-5 3.7:1-2 4.1:1-3 4.2:1 4.3:1-2 4.4:1-4 5.1:1 5.2:1-3 5.3:1-2 5.4:1-3 6.1:1-3 6.2:1-12 6.3:1-4
  6.4:1-4 6.5:1-5 6.6:1-3 6.8:1-4 7.1:1-3 7.2:1-4 7.3:1-2 7.4:1-5 7.5:1-2 7.6:1-2 8.1:1-2 8.2:1-3
  8.3:1 8.4:1 9.1:1-3 9.2:1-4 10.1:1-2 10.2:1-2 10.3:1-4 10.4:1-11 10.5:1-5 10.6:1-2 10.7:1-3 11.1:1-2
  11.2:1-3 11.3:1-3 11.4:1-4 11.5:1 11.6:1 12.1:1-3 12.2:1-2 12.3:1-4 13.1:1 13.2:1-5 13.3:1-2
  13.4:1-5 14.1:1-2 14.2:1-4 14.3:1-3 15.1:1-3 15.2:1-3 15.3:1-7 16.1:1 16.2:1-5 16.3:1-4 16.4:1-3
  16.5:1-3 17.1:1 17.2:1-4 17.3:1-2`);

const problems = [];
const seen = new Set();
for (const line of readFileSync(FILE, 'utf8').split('\n')) {
  const [, number, , answer] = /^\| ([\d.]+) +\| (.*?) +\| (.*?) +\|$/.exec(line) ?? [];
  if (!number) continue;
  if (seen.has(number)) problems.push(`${number} is answered twice.`);
  seen.add(number);
  const isAnswered = /^(?:n\/a|open): \S|`[^`]+ › [^`]+`|\]\([^)]+#[^)]+\)/.test(answer);
  if (!isAnswered) problems.push(`${number} names no test and no paragraph.`);
}
problems.push(...SECTIONS.filter((number) => !seen.has(number)).map((number) => `${number} is missing.`));
problems.push(
  ...[...seen].filter((number) => !SECTIONS.includes(number)).map((number) => `${number} is unknown.`),
);
console.log(problems.join('\n'));
process.exitCode = problems.length > 0 ? 1 : 0;

/** "1.2:1-3,5" stands for 1.2.1, 1.2.2, 1.2.3 and 1.2.5. */
function readNumbers(text) {
  return text.split(/\s+/).flatMap((entry) => {
    const [section, numbers] = entry.split(':');
    return numbers.split(',').flatMap((range) => {
      const [first, last = first] = range.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, i) => `${section}.${first + i}`);
    });
  });
}

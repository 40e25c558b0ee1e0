// References in documents to tests and paragraphs: `file › name of the test` or the file alone, and [text](file.md#paragraph).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** With or without its folder and the end of its name. */
const SPEC = /`(?:[\w/-]+\/)?([\w.-]+spec)(?:\.ts)?(?: › ([^`]+))?`/g;

let specs;

/** Of the README and everything in docs/, each with the document that it stands in. */
export function brokenReferencesOfDocuments() {
  const documents = readdirSync(join(ROOT, 'docs'), { recursive: true })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file));
  return ['README.md', ...documents].flatMap((document) => {
    const file = join(ROOT, document);
    return brokenReferences(readFileSync(file, 'utf8'), file).map((problem) => `${document}: ${problem}`);
  });
}

/**
 * What is wrong with the references of a text.
 * @param text Markdown
 * @param file where it stands, for links relative to it
 */
function brokenReferences(text, file) {
  const problems = [];
  for (const [, name, test = ''] of text.matchAll(SPEC)) {
    const path = specFiles().get(`${name}.ts`);
    if (!path) problems.push(`there is no ${name}.ts.`);
    else if (!readFileSync(path, 'utf8').includes(test)) problems.push(`${name}.ts has no test "${test}".`);
  }
  for (const [, target, anchor] of text.matchAll(/\]\(([^)#:]*)#([^)]+)\)/g)) {
    const path = target ? join(dirname(file), target) : file;
    if (!existsSync(path)) problems.push(`there is no ${target}.`);
    else if (!anchorsOf(path).has(anchor)) problems.push(`${target} has no paragraph #${anchor}.`);
  }
  return problems;
}

function specFiles() {
  if (specs) return specs;
  specs = new Map();
  for (const folder of ['src', 'test']) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true })) {
      if (/spec\.ts$/.test(entry)) specs.set(basename(entry), join(ROOT, folder, entry));
    }
  }
  return specs;
}

/** As GitHub makes them of headings. */
function anchorsOf(path) {
  const headings = readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm);
  return new Set(
    [...headings].map(([, heading]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    ),
  );
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formatProblems, getTotals, lint, loadConfig } from '@redocly/openapi-core';
import { startStack } from '../test/support/stack';

const ROOT = resolve(__dirname, '..');
const GENERATED = join(ROOT, 'test/generated');
const DOCUMENTS = ['openapi.json', 'openapi-3.0.json'];

/** Fetches the documents from the running program and lints them; warnings count as errors (redocly.yaml). */
async function main(): Promise<void> {
  const files = await fetchDocuments();
  const config = await loadConfig({ configPath: join(ROOT, 'redocly.yaml') });
  for (const file of files) {
    const problems = await lint({ ref: file, config });
    const { errors, warnings } = getTotals(problems);
    if (errors + warnings === 0) continue;
    formatProblems(problems, {
      totals: { errors, warnings, ignored: 0 },
      cwd: ROOT,
      version: '',
      maxProblems: 200,
    });
    console.error(`${file}: ${errors} errors, ${warnings} warnings.`);
    process.exitCode = 1;
  }
}

async function fetchDocuments(): Promise<string[]> {
  mkdirSync(GENERATED, { recursive: true });
  const stack = await startStack();
  try {
    const files: string[] = [];
    for (const name of DOCUMENTS) {
      const response = await fetch(`${stack.baseUrl}/${name}`);
      if (!response.ok) throw new Error(`/${name} answered ${response.status}.`);
      const file = join(GENERATED, name);
      writeFileSync(file, `${JSON.stringify(await response.json(), null, 2)}\n`);
      files.push(file);
    }
    return files;
  } finally {
    await stack.stop();
  }
}

void main();

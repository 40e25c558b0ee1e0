import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** For a suite whose subject reads files: what writes one and answers with its path. It is there until the next one, or the end. */
export function fileWriter(): (content: string | Buffer) => string {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kundenportal-csv-'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  return (content) => {
    const path = join(folder, 'datei.csv');
    writeFileSync(path, content);
    return path;
  };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPortal } from './servers';

/** Milliseconds until requests are served. */
export interface StartUp {
  readonly name: string;
  readonly ms: number;
}

const TIMES = 3;

/** As in production, on a database that is there and has the schema; the quickest of some, for the machine's moods. */
export async function startWithDatabase(
  url: string,
  folder: string,
  settings: Readonly<Record<string, string>>,
): Promise<StartUp> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) times.push(await timed(url, folder, settings));
  return { name: 'with DATABASE_URL', ms: Math.min(...times) };
}

/** Out of the box: the first start makes the embedded database and loads the demo data. */
export async function startEmbedded(): Promise<StartUp[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kundenportal-bench-'));
  const settings = { NODE_ENV: 'development', DEMO_DATA: 'on' };
  try {
    return [
      { name: 'embedded database, first start', ms: await timed('', folder, settings) },
      { name: 'embedded database, next start', ms: await timed('', folder, settings) },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(
  url: string,
  folder: string,
  settings: Readonly<Record<string, string>>,
): Promise<number> {
  const since = Date.now();
  const portal = await startPortal(url, folder, settings);
  const ms = Date.now() - since;
  await portal.stop();
  return ms;
}

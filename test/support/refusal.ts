import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { DIST } from './stack';

/** What a program says that is expected to give up. */
export async function refusal(
  env: Record<string, string>,
  [file = 'main.js', ...args]: readonly string[] = [],
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [join(DIST, file), ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(child, 'close');
  return { code: child.exitCode, output };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { DIST } from './stack';

/** A program of its own that does nothing but keep the embedded PostgreSQL. */
export interface PostgresProcess {
  readonly child: ChildProcess;
  /** Connects the superuser. */
  readonly url: string;
  /** Of the server, with its postmaster.pid. */
  readonly dataFolder: string;
  /** Ends it in order; the data stays. */
  stop(): Promise<void>;
  /** Ends it as the kernel does when memory runs out. */
  kill(): Promise<void>;
}

const SCRIPT = `
  const [module, dataDir] = process.argv.slice(1);
  const say = (text) => console.error(text);
  require(module).startEmbeddedPostgres({ dataDir, onProgress: say }).then((postgres) => {
    console.log(postgres.url);
    const keepAlive = setInterval(() => undefined, 1000);
    process.on('SIGTERM', () => postgres.stop().then(() => clearInterval(keepAlive)).then(() => process.exit(0)));
  }, (error) => { console.error(error); process.exit(1); });`;

export async function startPostgresProcess(
  dataDir: string,
  account: { uid?: number; gid?: number } = {},
): Promise<PostgresProcess> {
  const module = join(DIST, 'embedded-postgres/index.js');
  const child = spawn(process.execPath, ['-e', SCRIPT, module, dataDir], {
    ...account,
    cwd: '/',
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const exit = once(child, 'exit');
  const firstLine = once(createInterface(child.stdout), 'line') as Promise<[string]>;
  const url = await Promise.race([firstLine.then(([line]) => line), exit.then(() => undefined)]);
  if (url === undefined) throw new Error(`The embedded PostgreSQL did not start:\n${stderr}`);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await exit;
  };
  return {
    child,
    url,
    dataFolder: join(dataDir, 'postgres/data'),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { e2eEnvironment } from './environment';
import type { Stack } from './stack';

/** The tenant and its first owner, who gets the link for setting the first password by mail. */
export interface NewTenant {
  readonly slug: string;
  readonly name: string;
  readonly adminName: string;
  readonly adminEmail: string;
}

/** For tests: asks the global set-up, which acts as the operator, for a tenant; what is left out is made up. */
export async function makeTenant(wanted: Partial<NewTenant> = {}): Promise<NewTenant> {
  const response = await fetch(`${e2eEnvironment().operatorUrl}/tenants`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  });
  if (response.status !== 201)
    throw new Error(`The operator could not make the tenant: ${await response.text()}`);
  return (await response.json()) as NewTenant;
}

/** The operator's endpoint on the loopback interface; tenants are not made over the program's own interface. */
export async function startOperator(stack: Pick<Stack, 'env'>): Promise<{ server: Server; url: string }> {
  const program = operatorProgram(stack);
  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    handle(request, program.run).then(
      (tenant) => answer(201, tenant),
      (error: unknown) => answer(500, String(error)),
    );
  }).listen(0, '127.0.0.1');
  server.on('close', program.end);
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Resolves to what the command printed; fails with what the operator would read. */
type Run = (command: string, options?: Readonly<Record<string, string>>) => Promise<string>;

async function handle(request: IncomingMessage, run: Run): Promise<NewTenant> {
  if (request.method !== 'POST' || request.url !== '/tenants')
    throw new Error('The operator knows POST /tenants only.');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const wanted = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Partial<NewTenant>;
  const slug = wanted.slug ?? `t-${randomBytes(5).toString('hex')}`;
  const tenant = {
    name: `Systemhaus ${slug}`,
    adminName: 'Anna Admin',
    adminEmail: `admin@${slug}.example`,
    ...wanted,
    slug,
  };
  const { name, adminName, adminEmail } = tenant;
  await run('tenant:create', { slug, name, 'admin-name': adminName, 'admin-email': adminEmail });
  return tenant;
}

interface Outcome {
  readonly output?: string;
  readonly error?: string;
}

/** Runs the program's own commands, in a process of its own that starts with the first of them. */
export function operatorProgram({ env }: Pick<Stack, 'env'>): { run: Run; end: () => void } {
  const waiting = new Map<string, (outcome: Outcome) => void>();
  let child: ChildProcess | undefined;

  const start = (): ChildProcess => {
    const started = fork(join(__dirname, 'operator-program.cjs'), {
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    started.on('message', ({ id, ...outcome }: Outcome & { id: string }) => waiting.get(id)?.(outcome));
    started.on('exit', (code) => {
      child = undefined;
      for (const settle of waiting.values()) settle({ error: `The operator's program ended with ${code}.` });
    });
    started.unref();
    started.channel?.unref();
    return started;
  };

  const run: Run = async (command, options = {}) => {
    child ??= start();
    const id = randomUUID();
    const settled = new Promise<Outcome>((resolve) => waiting.set(id, resolve));
    child.send({ id, command, options });
    const { output = '', error } = await settled;
    waiting.delete(id);
    if (error) throw new Error(error);
    return output;
  };
  return { run, end: () => child?.disconnect() };
}

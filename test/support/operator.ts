import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { e2eEnvironment } from './environment';
import { DIST, type Stack } from './stack';

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
  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    handle(request, stack).then(
      (tenant) => answer(201, tenant),
      (error: unknown) => answer(500, String(error)),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function handle(request: IncomingMessage, stack: Pick<Stack, 'env'>): Promise<NewTenant> {
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
  await createTenant(stack, tenant);
  return tenant;
}

/** Makes the tenant with the program's own command line. */
async function createTenant(stack: Pick<Stack, 'env'>, tenant: NewTenant): Promise<void> {
  const { slug, name, adminName, adminEmail } = tenant;
  const options = { slug, name, 'admin-name': adminName, 'admin-email': adminEmail };
  const args = Object.entries(options).flatMap(([option, value]) => [`--${option}`, value]);
  await promisify(execFile)(process.execPath, [join(DIST, 'cli/portal.js'), 'tenant:create', ...args], {
    env: stack.env,
  });
}

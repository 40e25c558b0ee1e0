import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { e2eEnvironment } from './support/environment';
import { addContact, addCustomer } from './support/population';
import { makeWorld, PASSWORD, type World } from './support/world';

type Contact = Awaited<ReturnType<typeof addContact>>;

describe('Answers are compressed', () => {
  let world: World;
  let contact: Contact;

  beforeAll(async () => {
    world = await makeWorld();
    contact = await addContact(world, await addCustomer(world.admin, 'Viele Tickets GmbH'), 'MAIN_USER');
    for (let number = 0; number < 8; number++) {
      await contact
        .post('/portal/tickets')
        .send({ subject: `Ticket ${number}`, description: 'x' })
        .expect(201);
    }
  });

  /** As the bytes come: no client that decompresses by itself. */
  async function ask(
    path: string,
    acceptEncoding: string,
    init: { readonly method?: string; readonly body?: string } = {},
  ) {
    const { baseUrl } = e2eEnvironment();
    return new Promise<{ headers: Record<string, unknown>; bytes: Buffer; status?: number }>(
      (resolve, reject) => {
        const sent = request(
          `${baseUrl}${path}`,
          {
            method: init.method ?? 'GET',
            headers: {
              authorization: `Bearer ${contact.accessToken}`,
              'accept-encoding': acceptEncoding,
              'content-type': 'application/json',
            },
          },
          (answer) => {
            const chunks: Buffer[] = [];
            answer.on('data', (chunk: Buffer) => chunks.push(chunk));
            answer.on('end', () =>
              resolve({ headers: answer.headers, bytes: Buffer.concat(chunks), status: answer.statusCode }),
            );
          },
        );
        sent.on('error', reject);
        sent.end(init.body);
      },
    );
  }

  const LIST = '/api/v1/portal/tickets';

  it('for clients that accept it, with the same content', async () => {
    const plain = await ask(LIST, 'identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers.vary).toContain('Accept-Encoding');
    expect(plain.headers['content-length']).toBe(String(plain.bytes.length));
    for (const [accepts, coding, decompress] of [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip, deflate', 'gzip', gunzipSync],
    ] as const) {
      const { headers, bytes } = await ask(LIST, accepts);
      expect(headers['content-encoding']).toBe(coding);
      expect(headers['content-length']).toBe(String(bytes.length));
      expect(headers['content-type']).toBe(plain.headers['content-type']);
      expect(headers.vary).toContain('Accept-Encoding');
      expect(bytes.length).toBeLessThan(plain.bytes.length / 3);
      expect(decompress(bytes).equals(plain.bytes)).toBe(true);
    }
  });

  it('where it pays: not what is small', async () => {
    const { headers, bytes } = await ask('/api/v1/portal/overview', 'br');
    expect(bytes.length).toBeLessThan(1_024);
    expect(headers['content-encoding']).toBeUndefined();
  });

  it('but never beside tokens, however large', async () => {
    const body = JSON.stringify({ tenant: world.tenant.slug, email: contact.email, password: PASSWORD });
    const logIn = () => ask('/api/v1/auth/login', 'br, gzip', { method: 'POST', body });
    const answers = [await logIn(), await logIn(), await logIn(), await logIn(), await logIn()];
    answers.push(await ask('/api/v1/auth/sessions', 'br, gzip'));
    expect(answers.at(-1)?.bytes.length).toBeGreaterThan(1_024);
    for (const { headers, bytes, status } of answers) {
      expect(status).toBe(200);
      expect(headers['content-encoding']).toBeUndefined();
      expect(JSON.parse(bytes.toString())).toBeInstanceOf(Object);
    }
  });

  it('and nothing beside those holds a token or a password', async () => {
    const document = (await (await fetch(`${e2eEnvironment().baseUrl}/openapi.json`)).json()) as Document;
    const secret = Object.entries(document.paths)
      .filter(([, operations]) =>
        Object.values(operations).some(({ responses }) =>
          Object.entries(responses).some(
            ([status, answer]) => status < '300' && holdsSecret(answer, document),
          ),
        ),
      )
      .map(([path]) => path);
    expect(secret).toContain('/api/v1/auth/login');
    expect(secret.filter((path) => !path.startsWith('/api/v1/auth/'))).toEqual([]);
  });
});

interface Document {
  readonly paths: Record<string, Record<string, { readonly responses: Record<string, unknown> }>>;
  readonly components: { readonly schemas: Record<string, unknown> };
}

const SECRET = /^(?:(?:access|refresh|id)_?token|token|password|newPassword|secret)$/i;

/** Whether a property of the answer, or of what it is made of, is named like a secret. */
function holdsSecret(part: unknown, document: Document, seen = new Set<string>()): boolean {
  if (typeof part !== 'object' || part === null) return false;
  return Object.entries(part).some(([key, value]) => {
    if (key === '$ref') {
      const name = String(value).split('/').at(-1) ?? '';
      if (seen.has(name)) return false;
      return holdsSecret(document.components.schemas[name], document, seen.add(name));
    }
    if (key === 'properties' && Object.keys(value as object).some((name) => SECRET.test(name))) return true;
    return holdsSecret(value, document, seen);
  });
}

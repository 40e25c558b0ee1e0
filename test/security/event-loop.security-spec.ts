import { Api } from '../support/api';
import { holdOf } from '../support/event-loop';
import { measured } from '../support/figures';
import { inForm } from '../support/form';
import { MULTIPART } from '../support/forms';
import { fillPath, type Operation, operationsOfDocument } from '../support/operations';
import { type Population, populate } from '../support/population';
import { wire } from '../support/wire';
import { HEADS, HEAVIEST, heavyBodies, KINDS, TABLES } from './fuzz/heavy';
import { MAX_HOLD_MS } from './limits';

const UNKNOWN_ID = '01900000-0000-7000-8000-000000000000';
/** Into so many parts the kinds of bodies are split among the classes. */
const PARTS = inForm({ short: 6, long: 1 });
/** Of a refusal; whatever was sent. */
const MAX_ANSWER_LENGTH = 10_000;

/** What is large is refused for its size before anything costly is done with it. */
describe('The event loop', () => {
  jest.setTimeout(15 * 60_000);
  let operations: Operation[];
  let population: Population;
  const complaints: string[] = [];
  let slowest = 0;
  let sent = 0;

  beforeAll(async () => {
    operations = await operationsOfDocument();
    population = await populate();
  });

  beforeEach(() => {
    complaints.length = 0;
    slowest = 0;
    sent = 0;
  });

  const callerOf = ({ audience }: Operation): Api | undefined =>
    audience === 'PUBLIC' ? undefined : audience === 'CONTACT' ? population.mainUser : population.admin;

  async function weigh(
    what: string,
    path: string,
    {
      method = 'GET',
      headers = {},
      body = undefined as string | undefined,
      caller = undefined as Api | undefined,
    },
  ): Promise<void> {
    const authorization: Record<string, string> = caller
      ? { authorization: `Bearer ${caller.accessToken}` }
      : {};
    const sender = {
      'x-forwarded-for': Api.anonymous().address,
      'if-match': '"1"',
      'sec-fetch-site': 'same-origin',
      ...authorization,
      ...headers,
    };
    let longest = 0;
    const send = async (): Promise<void> => {
      const { text, status } = await wire(path, { method, headers: sender, body });
      if (status >= 400) longest = Math.max(longest, text.length);
    };
    const ms = await holdOf(send);
    sent += 1;
    slowest = Math.max(slowest, ms);
    if (ms > MAX_HOLD_MS) complaints.push(`${what}: ${Math.round(ms)} ms`);
    if (longest > MAX_ANSWER_LENGTH) complaints.push(`${what}: an answer of ${longest} characters`);
  }

  function report(what: string): void {
    measured(
      `${what} that hold the event loop`,
      `under ${MAX_HOLD_MS} ms`,
      `${Math.round(slowest)} ms, ${sent} sent`,
      complaints,
    );
  }

  it('is not held by a JSON body', async () => {
    for (const [i, operation] of operations.entries()) {
      if (operation.consumes !== 'application/json') continue;
      const { id, method, path } = operation;
      const caller = callerOf(operation);
      const headers = { 'content-type': 'application/json' };
      // Every kind with every class takes long: in the short form each class meets some of them, strangers' classes all.
      const kinds = caller ? KINDS.filter((_, k) => k % PARTS === i % PARTS) : KINDS;
      for (const kind of kinds) {
        for (const body of heavyBodies(operation, kind)) {
          const what = `${id}: ${kind} in ${body.slice(0, 40)}`;
          await weigh(what, fillPath(path, Array<string>(3).fill(UNKNOWN_ID)), {
            method: method.toUpperCase(),
            headers,
            body,
            caller,
          });
        }
      }
    }
    report('JSON bodies');
  });

  it('is not held by a form', async () => {
    const full = (part: string, bytes: number): string => part.repeat(Math.floor(bytes / part.length));
    for (const operation of operations) {
      const { id, consumes, method, path } = operation;
      if (consumes === undefined || consumes === 'application/json') continue;
      const isFile = consumes === 'multipart/form-data';
      const headers = { 'content-type': isFile ? MULTIPART : consumes };
      const part = (name: string, text: string): string =>
        `--kundenportal\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
      const bodies = isFile
        ? [
            full(part('a', 'b'), HEAVIEST.known),
            part('a', full('b', HEAVIEST.known)),
            part(full('a', HEAVIEST.known), 'b'),
            part('file"; filename="' + full('ä', HEAVIEST.known / 2), 'b'),
            `--kundenportal\r\n${full('X-A: b\r\n', HEAVIEST.known)}\r\nb\r\n`,
            full('--kundenportal\r\n', HEAVIEST.known),
            full('--kundenporta', HEAVIEST.known),
            full('\r\n-', HEAVIEST.known),
            part(`file"; filename="a${full(' ', 64 * 1024)}b`, 'b'),
            ...Object.values(TABLES).map((table) =>
              part('file"; filename="a.csv', table(HEAVIEST.known / 8)),
            ),
            part('file"; filename="a', full('\r\n--kundenporta', HEAVIEST.known)),
            part('file"; filename="a', full('\r\n--kundenportal\r', HEAVIEST.known)),
          ].map((text) => `${text}--kundenportal--\r\n`)
        : [
            full('a=1&', HEAVIEST.PUBLIC),
            full('a&', HEAVIEST.PUBLIC),
            full('%41', HEAVIEST.PUBLIC),
            full('username=a%40b&', HEAVIEST.PUBLIC),
          ];
      for (const body of bodies) {
        await weigh(`${id}: ${body.slice(0, 60)}`, fillPath(path, Array<string>(3).fill(UNKNOWN_ID)), {
          method: method.toUpperCase(),
          headers,
          body,
          caller: callerOf(operation),
        });
      }
    }
    report('forms');
  });

  it('is not held by the head of a request', async () => {
    const lists = operations.filter(
      ({ query, audience, idNames }) =>
        query.includes('search') && idNames.length === 0 && audience !== 'PUBLIC',
    );
    expect(lists.length).toBeGreaterThan(3);
    for (const [what, head] of Object.entries(HEADS)) {
      for (const operation of lists) {
        const { path, headers } = head(operation.path);
        await weigh(`${operation.id}: ${what}`, path, { headers, caller: callerOf(operation) });
      }
      for (const start of ['/api/v1/public/tenants/x', '/password', '/nowhere']) {
        const { path, headers } = head(start);
        await weigh(`${start}: ${what}`, path, { headers });
      }
    }
    report('heads');
  });
});

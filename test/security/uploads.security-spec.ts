import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Api } from '../support/api';
import { e2eEnvironment } from '../support/environment';
import { measured } from '../support/figures';
import { inForm } from '../support/form';
import { chainsFor, harvestIds, type IdPools } from '../support/id-pools';
import { fillPath, type Operation, operationsOfDocument } from '../support/operations';
import { type Population, populate } from '../support/population';
import { INTERNALS, wire, type WireAnswer } from '../support/wire';

import { type HostileFile, hostileFiles } from './hostile-files';
import { UPLOAD_LIMIT } from './limits';

/** A ticket takes fifty files of each side. */
const PER_TICKET = 40;
/** What a browser would run or render, were it not told to save it. */
const ACTIVE = /html|svg|xml|javascript|flash|x-shockwave/i;

describe('Hostile uploads', () => {
  jest.setTimeout(inForm({ short: 120_000, long: 10 * 60_000 }));
  let population: Population;
  let operations: Operation[];
  let pools: IdPools;
  const files = hostileFiles(UPLOAD_LIMIT, 200);

  beforeAll(async () => {
    operations = await operationsOfDocument();
    population = await populate();
    pools = await harvestIds(operations, [population.admin, population.mainUser]);
  });

  it('are refused, or kept and handed back as what they are: bytes to save', async () => {
    const complaints: string[] = [];
    let kept = 0;
    let ticket = '';
    for (const [i, file] of files.entries()) {
      if (i % PER_TICKET === 0) {
        const made = await population.mainUser
          .post('/portal/tickets')
          .send({ subject: `Dateien ${i}`, description: 'Anbei.' })
          .expect(201);
        ticket = `/api/v1/portal/tickets/${made.body.id}/attachments`;
      }
      const { status, text } = await send(population.mainUser, 'POST', ticket, file);
      if (status !== 201) {
        if (status < 400 || status >= 500 || INTERNALS.test(text)) complaints.push(`${file.what}: ${status}`);
        const isTooBig = file.bytes.length > UPLOAD_LIMIT;
        if (isTooBig !== (status === 413)) complaints.push(`${file.what}: ${status} ${text}`);
        continue;
      }
      kept += 1;
      const { id, fileName } = JSON.parse(text) as { id: string; fileName: string };
      const faults = [...nameFaults(fileName), ...(await downloadFaults(`${ticket}/${id}`, file))];
      complaints.push(...faults.map((fault) => `${file.what}: ${fault}`));
    }
    for (const place of ['/etc/cron.d/evil', '/tmp/owned'])
      if (existsSync(place)) complaints.push(`${place} was written`);
    measured(
      'hostile uploads that do harm',
      '0',
      `${complaints.length} of ${files.length}, ${kept} kept`,
      kept > 100 ? complaints : [...complaints, 'hardly one was kept'],
    );
  });

  it('break nothing wherever else a file is taken', async () => {
    const complaints: string[] = [];
    let sent = 0;
    const takers = operations.filter(
      ({ consumes, path }) =>
        consumes !== undefined && !/json|urlencoded/.test(consumes) && !path.endsWith('/attachments'),
    );
    const some = inForm({ short: files.filter((_, i) => i % 4 === 0 || i > 190), long: files });
    for (const { id, method, path, idNames, audience, consumes = '' } of takers) {
      const [ids = []] = chainsFor(pools, path, idNames.length);
      const api = audience === 'CONTACT' ? population.mainUser : population.admin;
      for (const file of some) {
        const target = fillPath(path, ids);
        const { status, text } = await send(api, method.toUpperCase(), target, file, consumes);
        sent += 1;
        if (status >= 500 || INTERNALS.test(text))
          complaints.push(`${id}, ${file.what}: ${status} ${text.slice(0, 200)}`);
      }
    }
    measured(
      'hostile files at imports and pictures: failures',
      '0',
      `${complaints.length} of ${sent}`,
      complaints,
    );
  });

  function send(
    api: Api,
    method: string,
    path: string,
    file: HostileFile,
    consumes = 'multipart/form-data',
  ): Promise<WireAnswer> {
    const head = `Content-Disposition: form-data; name="file"; ${file.disposition}\r\nContent-Type: ${file.declaredType}`;
    const isForm = consumes === 'multipart/form-data';
    const form = [
      Buffer.from(`--hostile\r\n${head}\r\n\r\n`),
      file.bytes,
      Buffer.from('\r\n--hostile--\r\n'),
    ];
    return wire(path, {
      method,
      headers: {
        authorization: `Bearer ${api.accessToken}`,
        'content-type': isForm ? `${consumes}; boundary=hostile` : consumes,
      },
      body: isForm ? Buffer.concat(form) : file.bytes,
    });
  }

  async function downloadFaults(path: string, file: HostileFile): Promise<string[]> {
    const answer = await fetch(`${e2eEnvironment().baseUrl}${path}`, {
      headers: { authorization: `Bearer ${population.mainUser.accessToken}` },
    });
    const header = (name: string): string => answer.headers.get(name) ?? '';
    const bytes = Buffer.from(await answer.arrayBuffer());
    const sum = (buffer: Buffer): string => createHash('sha256').update(buffer).digest('hex');
    return [
      ...(answer.status === 200 ? [] : [`the download is ${answer.status}`]),
      ...(header('content-disposition').startsWith('attachment;') ? [] : ['not an attachment']),
      ...(header('x-content-type-options') === 'nosniff' ? [] : ['may be sniffed']),
      ...(header('content-security-policy').includes('sandbox') ? [] : ['not in the sandbox']),
      ...(ACTIVE.test(header('content-type')) ? [`is ${header('content-type')}`] : []),
      ...(header('x-injected') ? ['a header was injected'] : []),
      // The body ends where a form within the file begins; that is the sender's own doing.
      ...(sum(bytes) === sum(file.bytes) || file.what.includes('the form itself') ? [] : ['other bytes']),
    ];
  }
});

function nameFaults(name: string): string[] {
  const shape = /[/\\\p{Cc}\u202a-\u202e\u2066-\u2069\u200b]|^\.|^$/u;
  return [
    ...(shape.test(name) ? [`is called ${JSON.stringify(name)}`] : []),
    ...(Buffer.byteLength(name) > 255 ? ['has a name without end'] : []),
    ...(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name) ? ['is called like a device'] : []),
  ];
}

import { createHash, randomBytes } from 'node:crypto';
import sharp from 'sharp';
import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { download } from './support/files';
import { addContact, addCustomer } from './support/population';
import { PNG } from './support/seed-catalog';
import { rawWire } from './support/wire';
import { addAgent, makeWorld, type World } from './support/world';

const MIB = 1024 * 1024;

describe('Attachments', () => {
  let world: World;
  let agent: Api;
  let customerId: string;
  let user: Api;
  let colleague: Api;
  let path: string;

  beforeAll(async () => {
    world = await makeWorld();
    agent = await addAgent(world);
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    user = await addContact(world, customerId, 'USER');
    colleague = await addContact(world, customerId, 'USER');
  });

  beforeEach(async () => {
    const { body } = await user
      .post('/portal/tickets')
      .send({ subject: 'Anhang', description: 'Siehe dort.' });
    path = `tickets/${body.id}`;
  });

  const upload = (content: Buffer, name: string): ReturnType<Api['post']> =>
    user.post(`/portal/${path}/attachments`).attach('file', content, name);

  it.each([
    ['one byte', Buffer.alloc(1)],
    ['exactly one chunk', randomBytes(256 * 1024)],
    ['several chunks and a bit', randomBytes(3 * MIB + 17)],
  ])('give back what was put in: %s', async (_, content) => {
    const { body } = await upload(content, 'daten.bin').expect(201);
    expect(body).toMatchObject({
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    const answer = await download(user, `/portal/${path}/attachments/${body.id}`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-length']).toBe(String(content.length));
    expect(content.equals(answer.body as Buffer)).toBe(true);
  });

  it('that are pictures have a small one for the page, upright and without what the camera knows', async () => {
    const photo = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#0f5e6e' } })
      .withExif({ IFD0: { Copyright: 'Kamera von Petra' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(photo.includes('Petra')).toBe(true);
    const { body } = await upload(photo, 'IMG_4711.JPG').expect(201);
    expect(body.hasPreview).toBe(true);
    const { headers, body: small } = await download(user, `/portal/${path}/attachments/${body.id}/preview`);
    expect(headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'private, max-age=31536000, immutable',
      'content-disposition': expect.stringContaining('IMG_4711.webp'),
    });
    const { width, height, exif } = await sharp(small as Buffer).metadata();
    expect({ width, height, exif }).toEqual({ width: 320, height: 640, exif: undefined });
    await download(agent, `/staff/${path}/attachments/${body.id}/preview`).then(({ status }) =>
      expect(status).toBe(200),
    );
    await colleague.get(`/portal/${path}/attachments/${body.id}/preview`).expect(404);
  });

  it('that are no pictures, or broken ones, have no small one', async () => {
    const text = await upload(Buffer.from('Nur Text'), 'text.png').expect(201);
    expect(text.body.hasPreview).toBe(false);
    await user.get(`/portal/${path}/attachments/${text.body.id}/preview`).expect(404);
    const broken = await upload(PNG.subarray(0, 50), 'halb.png').expect(201);
    await user.get(`/portal/${path}/attachments/${broken.body.id}/preview`).expect(404);
    const huge = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: 'white' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const bomb = await upload(huge, 'riesig.png').expect(201);
    await user.get(`/portal/${path}/attachments/${bomb.body.id}/preview`).expect(404);
  });

  it('are never shown in the browser, whatever they pretend to be', async () => {
    const { body } = await user
      .post(`/portal/${path}/attachments`)
      .attach('file', Buffer.from('<script>alert(1)</script>'), {
        filename: 'seite.html',
        contentType: 'text/html',
      })
      .expect(201);
    expect(body.contentType).toBe('text/plain; charset=utf-8');
    const { headers } = await download(user, `/portal/${path}/attachments/${body.id}`);
    expect(headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="seite.html"; filename*=UTF-8''seite.html`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(headers['content-security-policy']).toContain('sandbox');
  });

  it('are what is in them', async () => {
    expect((await upload(PNG, 'rechnung.pdf').expect(201)).body.contentType).toBe('image/png');
    expect((await upload(randomBytes(100), 'text.txt').expect(201)).body.contentType).toBe(
      'application/octet-stream',
    );
  });

  it.each([
    ['../../../etc/passwd', 'passwd'],
    ['Prüfbericht Größe 3.pdf', 'Prüfbericht Größe 3.pdf'],
    ['rechnung\u202efdp.exe', 'rechnungfdp.exe'],
    ['a\tb;c=d.txt', 'ab;c=d.txt'],
    [`${'x'.repeat(400)}.pdf`, `${'x'.repeat(251)}.pdf`],
    [`${'ü'.repeat(400)}.pdf`, `${'ü'.repeat(125)}.pdf`],
    ['a%22b%0D%0A.txt', 'a_b.txt'],
    ['CON.txt', '_CON.txt'],
  ])('have harmless names: %j', async (given, shown) => {
    const { body } = await upload(Buffer.from('x'), given).expect(201);
    expect(body.fileName).toBe(shown);
    const { headers, status } = await download(user, `/portal/${path}/attachments/${body.id}`);
    expect(status).toBe(200);
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[^"]+"; filename\*=UTF-8''[^;]+$/);
  });

  it('are not empty, and say which field is wrong', async () => {
    const { body } = await upload(Buffer.alloc(0), 'leer.txt').expect(422);
    expect(body).toMatchObject({ code: 'ticket.attachment-empty', errors: [{ pointer: '/file' }] });
    const { body: ofStaff } = await agent
      .post(`/staff/${path}/attachments`)
      .field('visibility', 'INTERNAL')
      .attach('file', Buffer.alloc(0), 'leer.txt')
      .expect(422);
    expect(ofStaff.code).toBe('ticket.attachment-empty');
    expect((await user.get(`/portal/${path}`).expect(200)).body.attachments).toEqual([]);
  });

  it('have a limit, beyond which nothing is kept', async () => {
    const { body } = await upload(Buffer.alloc(25 * MIB + 1), 'groß.bin').expect(413);
    expect(body).toMatchObject({ code: 'file-too-large', status: 413 });
    expect((await user.get(`/portal/${path}`).expect(200)).body.attachments).toEqual([]);
    await upload(Buffer.alloc(25 * MIB), 'gerade-noch.bin').expect(201);
  }, 60_000);

  it('are at most 50', async () => {
    const [, id] = path.split('/');
    await asSuperuser(
      `INSERT INTO ticket_attachments (tenant_id, id, ticket_id, file_name, content_type, size, sha256, visibility,
         uploaded_by_id, uploaded_by_kind, uploaded_by_name, created_at)
       SELECT tenant_id, gen_random_uuid(), id, 'x', 'x', 0, '', 'PUBLIC', created_by_id, 'CONTACT', 'x', now()
       FROM tickets, generate_series(1, 50) WHERE id = $1`,
      [id],
    );
    expect((await upload(Buffer.from('x'), 'x.txt').expect(409)).body.code).toBe(
      'ticket.too-many-attachments',
    );
  });

  it('are seen by those who see the ticket, the internal ones by staff', async () => {
    const { body: own } = await upload(Buffer.from('öffentlich'), 'a.txt').expect(201);
    const { body: internal } = await agent
      .post(`/staff/${path}/attachments`)
      .field('visibility', 'INTERNAL')
      .attach('file', Buffer.from('intern'), 'b.txt')
      .expect(201);
    await user.get(`/portal/${path}/attachments/${internal.id}`).expect(404);
    await colleague.get(`/portal/${path}/attachments/${own.id}`).expect(404);
    await colleague.post(`/portal/${path}/attachments`).attach('file', Buffer.from('x'), 'x.txt').expect(404);
    expect((await download(agent, `/staff/${path}/attachments/${own.id}`)).status).toBe(200);
    expect((await download(agent, `/staff/${path}/attachments/${internal.id}`)).status).toBe(200);
    const { body } = await user.get(`/portal/${path}`).expect(200);
    expect(body.attachments.map(({ id }: { id: string }) => id)).toEqual([own.id]);
    const { body: other } = await user.post('/portal/tickets').send({ subject: 'x', description: 'y' });
    await user.get(`/portal/tickets/${other.id}/attachments/${own.id}`).expect(404);
  });

  it('belong to an own comment, if to any', async () => {
    const { body: own } = await user.post(`/portal/${path}/comments`).send({ body: 'Siehe Anlage' });
    const { body: foreign } = await agent
      .post(`/staff/${path}/comments`)
      .send({ body: 'Intern', visibility: 'INTERNAL' });
    const { body } = await upload(Buffer.from('x'), 'x.txt').field('commentId', own.id).expect(201);
    expect(body.commentId).toBe(own.id);
    await upload(Buffer.from('x'), 'x.txt').field('commentId', foreign.id).expect(422);
  });

  it('come in forms with one file and known fields', async () => {
    const url = `/portal/${path}/attachments`;
    await user.post(url).send({ file: 'x' }).expect(415);
    await user.post(url).field('commentId', 'x').expect(422);
    await user.post(url).field('file', 'x').expect(422);
    await user.post(url).attach('other', Buffer.alloc(MIB), 'x.txt').expect(422);
    await upload(Buffer.from('x'), 'x.txt')
      .attach('file', Buffer.alloc(2 * MIB), 'y.txt')
      .expect(422);
    await upload(Buffer.from('x'), 'x.txt').field('visibility', 'INTERNAL').expect(422);
    await user.post(url).type('multipart/form-data; boundary=x').send('--x\r\nbroken').expect(400);
    await agent.post(`/staff/${path}/attachments`).attach('file', Buffer.from('x'), 'x.txt').expect(422);
    await user.post('/portal/tickets').attach('file', Buffer.from('x'), 'x.txt').expect(415);
    expect((await user.get(`/portal/${path}`).expect(200)).body.attachments).toEqual([]);
  });

  it('need no name', async () => {
    const nameless =
      '--x\r\nContent-Disposition: form-data; name="file"\r\nContent-Type: application/octet-stream\r\n\r\nx\r\n--x--\r\n';
    const sent = user.post(`/portal/${path}/attachments`).type('multipart/form-data; boundary=x');
    expect((await sent.send(nameless).expect(201)).body).toMatchObject({ fileName: 'Datei', size: 1 });
  });

  it('are refused once it is known that they will be, not when the rest has come', async () => {
    const head = [
      `POST /api/v1/portal/${path}/attachments HTTP/1.1`,
      'Host: 127.0.0.1',
      `Authorization: Bearer ${user.accessToken}`,
      'Content-Type: multipart/form-data; boundary=x',
      'Content-Length: 100000',
    ];
    const form = '--x\r\nContent-Disposition: form-data; name="other"; filename="a.txt"\r\n\r\nx\r\n--x';
    const answer = await rawWire(`${head.join('\r\n')}\r\n\r\n${form}`);
    expect(answer).toMatch(/^HTTP\/1.1 422 /);
    expect(answer).toContain('"pointer":"/other"');
  });

  it('are taken once for each key', async () => {
    const send = (content: string): ReturnType<Api['post']> =>
      upload(Buffer.from(content), 'x.txt').set('idempotency-key', 'anhang-1');
    const { body } = await send('eins').expect(201);
    expect((await send('eins').expect(201)).body).toEqual(body);
    expect((await send('zwei').expect(422)).body.code).toBe('idempotency-key.reused');
    expect((await user.get(`/portal/${path}`).expect(200)).body.attachments).toHaveLength(1);
  });

  it('go with their ticket', async () => {
    const { body } = await upload(Buffer.from('x'), 'x.txt').expect(201);
    await asSuperuser('DELETE FROM tickets WHERE id = $1', [path.split('/')[1]]);
    const left = await asSuperuser('SELECT 1 FROM ticket_attachment_chunks WHERE attachment_id = $1', [
      body.id,
    ]);
    expect(left).toEqual([]);
  });
});

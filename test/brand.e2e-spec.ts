import { readFileSync } from 'node:fs';
import { Api } from './support/api';
import { addAgent, makeWorld, type World } from './support/world';

const KIB = 1024;
const PICTURES = `${__dirname}/../src/demo/data/pictures`;
const PNG = readFileSync(`${PICTURES}/monitor.png`);
const OTHER = readFileSync(`${PICTURES}/mouse.png`);

describe('The brand of a tenant', () => {
  let world: World;
  let anybody: Api;

  beforeEach(async () => {
    world = await makeWorld();
    anybody = Api.anonymous();
  });

  const shown = async () => (await anybody.get(`/public/tenants/${world.tenant.slug}`).expect(200)).body;
  const paint = (accentColor: unknown) =>
    world.admin.patch('/staff/settings').set('if-match', '"1"').send({ accentColor });
  const put = (content: Buffer, api: Api = world.admin) =>
    api.put('/staff/settings/logo').attach('file', content, 'logo.png');
  const download = (version = '') =>
    anybody.get(`/public/tenants/${world.tenant.slug}/logo${version && `?v=${version}`}`).buffer(true);

  it('has a colour that everybody sees, until it is taken back', async () => {
    expect(await shown()).not.toHaveProperty('accentColor');
    const { body } = await paint('#7A1FA2').expect(200);
    expect(body.accentColor).toBe('#7a1fa2');
    expect((await shown()).accentColor).toBe('#7a1fa2');
    await world.admin.patch('/staff/settings').set('if-match', '"2"').send({ accentColor: null }).expect(200);
    expect(await shown()).not.toHaveProperty('accentColor');
  });

  it('has no colour on which white cannot be read', async () => {
    const { body } = await paint('#ffd500').expect(422);
    expect(body).toMatchObject({
      code: 'settings.accent-too-light',
      errors: [{ pointer: '/accentColor', code: 'settings.accent-too-light' }],
    });
    for (const wrong of ['red', '#abc', '#12345g', 'url(x)', 7]) {
      const { body: refused } = await paint(wrong).expect(422);
      expect(refused.errors).toMatchObject([{ pointer: '/accentColor' }]);
    }
    expect(await shown()).not.toHaveProperty('accentColor');
  });

  it('has a logo that everybody may load, and keep by its version', async () => {
    await download().expect(404);
    const { body } = await put(PNG).expect(200);
    expect(body).toMatchObject({ version: 2, logo: { width: 640, height: 640 } });
    const { logo } = await shown();
    expect(logo).toEqual(body.logo);
    const { headers, body: bytes } = await download(logo.version).expect(200);
    expect(PNG.equals(bytes as Buffer)).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'content-disposition': expect.stringMatching(/^attachment; filename="logo\.png"/),
      'cache-control': 'public, max-age=31536000, immutable',
    });
    await put(OTHER).expect(200);
    expect((await shown()).logo.version).not.toBe(logo.version);
    // Whoever asks for what is no longer there gets what is, and does not keep it.
    expect((await download(logo.version).expect(200)).headers['cache-control']).toBe('no-store');
  });

  it('loses its logo when an administrator removes it', async () => {
    await put(PNG).expect(200);
    await world.admin.delete('/staff/settings/logo').expect(204);
    await world.admin.delete('/staff/settings/logo').expect(404);
    await download().expect(404);
    expect(await shown()).not.toHaveProperty('logo');
    const { body } = await world.admin.get('/staff/audit-entries?action=settings.changed').expect(200);
    expect(body.items).toMatchObject([
      { changes: { logo: null } },
      { changes: { logo: { width: 640, height: 640 } } },
    ]);
  });

  it('takes no logo that is no picture, holds a script or is too large', async () => {
    for (const wrong of [
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      '%PDF-1.7\n',
      // Of a PNG no more than its first bytes.
      PNG.subarray(0, 12),
    ]) {
      const { body } = await put(Buffer.from(wrong)).expect(415);
      expect(body).toMatchObject({ code: 'settings.logo-type', errors: [{ pointer: '/file' }] });
    }
    await put(Buffer.concat([PNG, Buffer.alloc(256 * KIB - PNG.length)])).expect(200);
    const wide = Buffer.from(PNG);
    wide.writeUInt32BE(2_001, 16);
    for (const wrong of [wide, Buffer.concat([PNG, Buffer.alloc(256 * KIB - PNG.length + 1)])]) {
      const { body } = await put(wrong).expect(413);
      expect(body).toMatchObject({ code: 'settings.logo-too-large', errors: [{ pointer: '/file' }] });
    }
  });

  it('is changed by administrators alone', async () => {
    const agent = await addAgent(world);
    await put(PNG, agent).expect(403);
    await agent.delete('/staff/settings/logo').expect(403);
  });
});

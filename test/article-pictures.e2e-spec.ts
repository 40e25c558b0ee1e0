import { randomBytes } from 'node:crypto';
import type { Response } from 'supertest';
import type { Api } from './support/api';
import { download } from './support/files';
import { addArticle, PNG } from './support/seed-catalog';
import { addAgent, makeWorld } from './support/world';

const MIB = 1024 * 1024;
const WEBP = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');
const JPEG = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.alloc(20),
]);

describe('Articles', () => {
  let agent: Api;

  beforeAll(async () => {
    agent = await addAgent(await makeWorld());
  });

  describe('have a picture', () => {
    let id: string;

    beforeEach(async () => {
      id = await addArticle(agent, { number: `BILD/${randomBytes(4).toString('hex')}`, name: 'Mit Bild' });
    });

    const put = (content: Buffer, name = 'bild.png'): ReturnType<Api['put']> =>
      agent.put(`/staff/articles/${id}/image`).attach('file', content, name);

    const picture = (): Promise<Response> => download(agent, `/staff/articles/${id}/image`);

    it.each([
      ['image/png', 'png', PNG],
      ['image/webp', 'webp', WEBP],
      ['image/jpeg', 'jpg', JPEG],
    ])('of type %s, by its content, never shown as a page', async (type, ending, content) => {
      const { body } = await put(content, 'egal.txt').expect(200);
      expect(body).toMatchObject({ contentType: type, size: content.length });
      const answer = await picture();
      expect(answer.status).toBe(200);
      expect(content.equals(answer.body as Buffer)).toBe(true);
      expect(answer.headers).toMatchObject({
        'content-type': type,
        'x-content-type-options': 'nosniff',
        'content-disposition': expect.stringMatching(
          new RegExp(`^attachment; filename="BILD_[0-9a-f]+\\.${ending}"`),
        ),
      });
      expect((await agent.get(`/staff/articles/${id}`)).body.hasImage).toBe(true);
    });

    it.each([
      ['a text', Buffer.from('kein Bild')],
      [
        'a drawing that could hold a script',
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      ],
      ['a document', Buffer.from('%PDF-1.7\n')],
      ['an animation', Buffer.from('474946383961010001000000002c000000000100010000020144003b', 'hex')],
      ['nothing', Buffer.alloc(0)],
    ])('but not %s, whatever it is called', async (_, content) => {
      const { body } = await put(content, 'bild.png').expect(415);
      expect(body.code).toBe('article.image-type');
      expect((await picture()).status).toBe(404);
    });

    it('of 2 MiB at most', async () => {
      await put(Buffer.concat([PNG, Buffer.alloc(2 * MIB - PNG.length)])).expect(200);
      const { body } = await put(Buffer.concat([PNG, Buffer.alloc(2 * MIB - PNG.length + 1)])).expect(413);
      expect(body.code).toBe('article.image-too-large');
      expect((await picture()).headers['content-length']).toBe(String(2 * MIB));
    });

    it('which can be replaced and removed', async () => {
      await put(PNG).expect(200);
      await put(WEBP).expect(200);
      expect((await picture()).headers['content-type']).toBe('image/webp');
      await agent.delete(`/staff/articles/${id}/image`).expect(204);
      await agent.delete(`/staff/articles/${id}/image`).expect(404);
      expect((await picture()).status).toBe(404);
      expect((await agent.get(`/staff/articles/${id}`)).body.hasImage).toBe(false);
    });

    it('which is part of the article: its version changes with it', async () => {
      const state = async (): Promise<[unknown, unknown]> => {
        const { body, headers } = await agent.get(`/staff/articles/${id}`).expect(200);
        return [headers.etag, body.version];
      };
      const { body: before } = await agent.get(`/staff/articles/${id}`).expect(200);
      await put(PNG).expect(200);
      expect(await state()).toEqual(['"2"', 2]);
      await put(WEBP).expect(200);
      expect(await state()).toEqual(['"3"', 3]);
      await put(Buffer.from('kein Bild')).expect(415);
      expect(await state()).toEqual(['"3"', 3]);
      await agent.delete(`/staff/articles/${id}/image`).expect(204);
      await agent.delete(`/staff/articles/${id}/image`).expect(404);
      expect(await state()).toEqual(['"4"', 4]);
      const { body: after } = await agent.get(`/staff/articles/${id}`).expect(200);
      expect(after).toEqual({ ...before, version: 4, updatedAt: expect.any(String) });
      expect(after.updatedAt > before.updatedAt).toBe(true);
      const rename = agent.patch(`/staff/articles/${id}`).set('if-match', '"1"');
      await rename.send({ name: 'Von gestern' }).expect(412);
    });
  });
});

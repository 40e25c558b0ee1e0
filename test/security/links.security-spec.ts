import { Api } from '../support/api';
import { asSuperuser } from '../support/database';
import { measured } from '../support/figures';
import { newestMail, tokenFrom } from '../support/mailbox';
import { fillPath, operationsOfDocument } from '../support/operations';
import { addCustomer } from '../support/population';
import { wire } from '../support/wire';
import { makeWorld, PASSWORD, uniqueEmail, type World } from '../support/world';

const PARALLEL = 20;

/** Links from mails: for the first password, for a forgotten one. */
describe('A one-time link', () => {
  let world: World;
  let customer: string;
  const complaints: string[] = [];
  let tried = 0;

  beforeAll(async () => {
    world = await makeWorld();
    customer = await addCustomer(world.admin, 'Link GmbH');
  });

  /** A contact who has been invited and has not come yet. */
  async function invited(): Promise<{ contactId: string; email: string; token: string }> {
    const email = uniqueEmail('link');
    const { body } = await world.admin
      .post(`/staff/customers/${customer}/contacts`)
      .send({ firstName: 'Lia', lastName: 'Link', email })
      .expect(201);
    const contactId = String(body.id);
    await world.admin.put(`/staff/contacts/${contactId}/portal-access`).send({ role: 'USER' }).expect(200);
    return { contactId, email, token: tokenFrom(await newestMail(email)) };
  }

  async function redeem(token: string): Promise<number> {
    const { status } = await Api.anonymous()
      .post('/auth/password-resets')
      .send({ token, newPassword: PASSWORD });
    return status;
  }

  async function check(token: string): Promise<number> {
    return (await Api.anonymous().post('/auth/password-link-checks').send({ token })).status;
  }

  function note(what: string, ok: boolean): void {
    tried += 1;
    if (!ok) complaints.push(what);
  }

  it('works once, one after the other and all at once', async () => {
    const { token, email } = await invited();
    note('the first use', (await redeem(token)) === 204);
    note('a second use', (await redeem(token)) === 422);
    await Api.signIn({ tenant: world.tenant.slug, email, password: PASSWORD });
    const other = await invited();
    const statuses = await Promise.all(Array.from({ length: PARALLEL }, () => redeem(other.token)));
    const won = statuses.filter((status) => status === 204).length;
    note(`${won} of ${PARALLEL} parallel uses`, won === 1);
    const odd = statuses.filter((status) => ![204, 422, 429].includes(status));
    note(`answers ${odd.join()}`, odd.length === 0);
  });

  it('is not used up by what opens links in mails', async () => {
    const { email, token } = await invited();
    const link = /https?:\/\/\S+#\S+/.exec((await newestMail(email)).text)?.[0] ?? '';
    const { pathname } = new URL(link);
    note('the token is in the fragment', !pathname.includes(token) && link.includes(`#token=${token}`));
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST']) await wire(pathname, { method });
    await wire(`${pathname}?token=${token}`);
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH']) {
      await wire(`/api/v1/auth/password-resets?token=${token}&newPassword=${encodeURIComponent(PASSWORD)}`, {
        method,
      });
    }
    // Opened by every GET of the document, too.
    const operations = (await operationsOfDocument()).filter(({ method }) => method === 'get');
    for (const { path } of operations) await wire(`${fillPath(path, [token, token, token])}?token=${token}`);
    note('links that were opened with GET', (await redeem(token)) === 204);
  });

  it('ends with the address, the access and the time', async () => {
    const moved = await invited();
    await world.admin.change(`/staff/contacts/${moved.contactId}`, { email: uniqueEmail('moved') });
    note('after a change of the address', (await redeem(moved.token)) === 422);

    const gone = await invited();
    await world.admin.delete(`/staff/contacts/${gone.contactId}/portal-access`).expect(204);
    note('after the deactivation', (await redeem(gone.token)) === 422);
    await world.admin
      .put(`/staff/contacts/${gone.contactId}/portal-access`)
      .send({ role: 'USER' })
      .expect(200);
    note('after the access was given again', (await redeem(gone.token)) === 422);

    const again = await invited();
    const sent = await newestMail(again.email);
    await world.admin.post(`/staff/contacts/${again.contactId}/portal-access/credentials-mails`);
    const newest = tokenFrom(await newestMail(again.email, { after: sent }));
    note('a link before the newest', (await redeem(again.token)) === 422);
    note('the newest link', (await redeem(newest)) === 204);

    const late = await invited();
    await asSuperuser(
      `UPDATE one_time_tokens SET expires_at = now() - interval '1 second' WHERE account_id = $1`,
      [late.contactId],
    );
    note('after it has expired', (await redeem(late.token)) === 422);
  });

  it('cannot be guessed from another one', async () => {
    const { token } = await invited();
    const bytes = Buffer.from(token, 'base64url');
    const altered = (at: number): string => {
      const copy = Buffer.from(bytes);
      copy[at] = copy[at]! ^ 1;
      return copy.toString('base64url');
    };
    const forged = [
      ...Array.from({ length: bytes.length }, (_, at) => altered(at)),
      bytes.subarray(0, 32).toString('base64url'),
      Buffer.concat([bytes, bytes]).toString('base64url'),
      `${token}=`,
      `${token}\u0000`,
      bytes.toString('hex'),
      token.toUpperCase(),
    ];
    for (const attempt of forged) note(`checked: ${attempt}`, (await check(attempt)) === 422);
    for (const attempt of forged) note(`tampered: ${attempt}`, (await redeem(attempt)) === 422);
    for (const attempt of [null, [token], { token }, true, 1]) {
      const { status } = await Api.anonymous()
        .post('/auth/password-resets')
        .send({ token: attempt, newPassword: PASSWORD });
      note(`as ${JSON.stringify(attempt)}: ${status}`, status === 422);
    }
    note('the real one, looked at', (await check(token)) === 204 && (await check(token)) === 204);
    note('the real one after all', (await redeem(token)) === 204);
    note('the real one, looked at once more', (await check(token)) === 422);
  });

  it('kept all of this', () => {
    measured('one-time links in wrong hands', '0 misused', `${complaints.length} of ${tried}`, complaints);
  });
});

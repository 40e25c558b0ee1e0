import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { MailServer } from '../support/mail-server';
import { DIST, type Program } from '../support/stack';
import { wire } from '../support/wire';

const PASSWORD = 'Regenschirm tanzt leise 42';
/** Of each article. */
export const PRICE_CENTS = 2490;

export interface Credentials {
  readonly tenant: string;
  readonly email: string;
  readonly password: string;
}

/** A tenant with an online shop, as it is made over the interface of a program; mails are read where they arrive. */
export class Tenant {
  /** What its contact can order. */
  readonly articles: string[] = [];

  constructor(
    private readonly program: Program,
    private readonly mail: MailServer,
  ) {}

  /** Somebody who may order; answers with how they log in. */
  async populate(): Promise<Credentials> {
    const tenant = 'resilience';
    const admin = 'admin@resilience.example';
    const options = { slug: tenant, name: 'Dauerlauf AG', 'admin-name': 'Ada', 'admin-email': admin };
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
    await promisify(execFile)(process.execPath, [join(DIST, 'cli/portal.js'), 'tenant:create', ...args], {
      env: this.program.env,
    });
    await this.choosePassword(admin);
    const token = await this.login({ tenant, email: admin, password: PASSWORD });
    await this.openShop(token);
    const customer = await this.create('/api/v1/staff/customers', token, { name: 'Dauer GmbH' });
    const email = 'kim@dauer.example';
    const person = { firstName: 'Kim', lastName: 'Dauer', email };
    const contact = await this.create(`/api/v1/staff/customers/${customer}/contacts`, token, person);
    await this.send('PUT', `/api/v1/staff/contacts/${contact}/portal-access`, token, { role: 'USER' });
    await this.choosePassword(email);
    return { tenant, email, password: PASSWORD };
  }

  async login(credentials: Credentials): Promise<string> {
    const { accessToken } = (await this.send('POST', '/api/v1/auth/login', '', credentials)) as {
      accessToken: string;
    };
    return accessToken;
  }

  private async openShop(token: string): Promise<void> {
    for (const number of ['A', 'B']) {
      const article = { number, name: `Artikel ${number}`, netPriceCents: PRICE_CENTS, onlineShop: true };
      this.articles.push(await this.create('/api/v1/staff/articles', token, article));
    }
    const onlineShop = { enabled: true, showPrices: true };
    const { baseUrl } = this.program;
    const headers = { authorization: `Bearer ${token}` };
    const { etag } = (await wire('/api/v1/staff/settings', { baseUrl, headers })).headers;
    await this.send('PATCH', '/api/v1/staff/settings', token, { onlineShop }, { 'if-match': String(etag) });
  }

  private async choosePassword(email: string): Promise<void> {
    let text: string | undefined;
    for (let waits = 0; text === undefined && waits < 200; waits++) {
      await sleep(50);
      text = this.mail.received.find(({ to }) => to.includes(email))?.text;
    }
    const token = /#token=([\w-]+)/.exec(text ?? '')?.[1];
    await this.send('POST', '/api/v1/auth/password-resets', '', { token, newPassword: PASSWORD });
  }

  private async create(path: string, token: string, body: object): Promise<string> {
    return ((await this.send('POST', path, token, body)) as { id: string }).id;
  }

  private async send(
    method: string,
    path: string,
    token: string,
    body: object,
    besides: Readonly<Record<string, string>> = {},
  ): Promise<unknown> {
    const headers = {
      ...besides,
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const { baseUrl } = this.program;
    const answer = await wire(path, { method, baseUrl, headers, body: JSON.stringify(body) });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.text ? (JSON.parse(answer.text) as unknown) : undefined;
  }
}

import { Api } from '../../support/api';
import { asSuperuser } from '../../support/database';
import type { Population } from '../../support/population';
import { PASSWORD } from '../../support/world';

const ROLES = { admin: 'ADMIN', agent: 'AGENT', mainUser: 'MAIN_USER', user: 'USER' } as const;
export type CallerName = keyof typeof ROLES;

interface AccountRow {
  readonly id: string;
  readonly email: string;
  readonly email_key: string;
  readonly password_hash: string;
  /** Of contacts. */
  readonly customer_id: string | null;
}

/** People who stay who they are, although they change one another's roles, passwords and
 * companies, forget one another and log one another out. */
export class Callers {
  private readonly apis = new Map<CallerName, Api>();
  /** By turns: with a cookie instead of a token. */
  private inBrowsers = false;
  private readonly accounts = new Map<CallerName, AccountRow>();
  private readonly underWay = new Map<CallerName, Promise<void>>();

  static async of(population: Population): Promise<Callers> {
    const callers = new Callers(population.tenant.slug);
    for (const name of Object.keys(ROLES) as CallerName[]) {
      const { body } = await population[name].get('/auth/me').expect(200);
      const [row] = await asSuperuser<AccountRow>(
        'SELECT id, email, email_key, password_hash, customer_id FROM accounts WHERE id = $1',
        [body.id],
      );
      callers.accounts.set(name, row!);
      callers.apis.set(name, population[name]);
    }
    return callers;
  }

  private constructor(private readonly tenant: string) {}

  /** How they are logged in at the moment. */
  apiOf(name: CallerName): Api {
    return this.apis.get(name) ?? Api.anonymous();
  }

  /** Undoes what happened to their accounts, and logs all of them in the other way. */
  async refresh(): Promise<void> {
    this.inBrowsers = !this.inBrowsers;
    this.apis.clear();
    for (const name of this.accounts.keys()) await this.restore(name);
  }

  /** The same for one of them, who was turned away with this login; nothing where it has been replaced since. */
  async refreshFrom(name: CallerName, api: Api): Promise<void> {
    if (this.apis.get(name) !== api) return;
    const underWay = this.underWay.get(name) ?? this.restore(name);
    this.underWay.set(name, underWay);
    await underWay.finally(() => this.underWay.delete(name));
  }

  private async restore(name: CallerName): Promise<void> {
    const status = (await this.apis.get(name)?.get('/auth/me'))?.status;
    await this.undo(name);
    if (status === 200) return;
    const credentials = { tenant: this.tenant, email: this.accounts.get(name)!.email, password: PASSWORD };
    const logIn = (): Promise<Api> =>
      this.inBrowsers ? Api.signInBrowser(credentials) : Api.signIn(credentials);
    for (let tries = 0; tries < 5; tries++) {
      const api = await logIn().catch(() => undefined);
      if (api) {
        this.apis.set(name, api);
        return;
      }
      // Others have gone on meanwhile.
      await this.undo(name);
    }
    throw new Error(`${name} cannot log in.`);
  }

  private async undo(name: CallerName): Promise<void> {
    const { id, email, email_key: key, password_hash: hash, customer_id: company } = this.accounts.get(name)!;
    await asSuperuser('UPDATE customers SET archived_at = NULL WHERE id = $1', [company]);
    await asSuperuser('UPDATE contacts SET customer_id = $2, erased_at = NULL WHERE id = $1', [id, company]);
    await asSuperuser(
      `UPDATE accounts SET state = 'ACTIVE', role = $2, email = $3, password_hash = $4, password_change_required = false,
         initial_password_expires_at = NULL, email_key = $5, customer_id = $6, suspended_at = NULL WHERE id = $1`,
      [id, ROLES[name], email, hash, key, company],
    );
  }
}

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
  private readonly tokens = new Map<CallerName, string>();
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
      callers.tokens.set(name, population[name].accessToken ?? '');
    }
    return callers;
  }

  private constructor(private readonly tenant: string) {}

  tokenOf(name: CallerName): string {
    return this.tokens.get(name) ?? '';
  }

  /** Undoes what happened to their accounts and logs those in again whose sessions ended. */
  async refresh(): Promise<void> {
    for (const name of this.accounts.keys()) await this.restore(name);
  }

  /** The same for one of them, who was turned away with this token; nothing where it has been replaced since. */
  async refreshFrom(name: CallerName, token: string): Promise<void> {
    if (this.tokenOf(name) !== token) return;
    const underWay = this.underWay.get(name) ?? this.restore(name);
    this.underWay.set(name, underWay);
    await underWay.finally(() => this.underWay.delete(name));
  }

  private async restore(name: CallerName): Promise<void> {
    const { status } = await Api.anonymous().withToken(this.tokenOf(name)).get('/auth/me');
    await this.undo(name);
    if (status === 200) return;
    const credentials = { tenant: this.tenant, email: this.accounts.get(name)?.email, password: PASSWORD };
    for (let tries = 0; tries < 5; tries++) {
      const { status, body } = await Api.anonymous().post('/auth/login').send(credentials);
      if (status === 200) {
        this.tokens.set(name, String(body.accessToken));
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

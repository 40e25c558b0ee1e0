import { Api } from './api';
import { asSuperuser } from './database';
import { makeWorld, type World } from './world';

export interface RegistrationRow {
  id: string;
  company: string;
  last_name: string;
  email: string;
  repeats: number;
  state: string;
  verified_at: Date | null;
}

/** What somebody types who registers. */
export function typed(email: string, more: object = {}): object {
  return {
    company: 'Muster & Söhne GmbH',
    firstName: 'Petra',
    lastName: 'Muster',
    email,
    ...more,
  };
}

export function confirm(token: string): ReturnType<Api['post']> {
  return Api.anonymous().post('/public/registrations/confirmations').send({ token });
}

/** A tenant where people register. */
export class Registrations {
  private constructor(
    readonly world: World,
    readonly tenantId: string,
  ) {}

  static async make(): Promise<Registrations> {
    const world = await makeWorld();
    const { body } = await world.admin.get('/auth/me').expect(200);
    return new Registrations(world, String(body.tenantId));
  }

  register(email: string, more: object = {}, api = Api.anonymous()): ReturnType<Api['post']> {
    return api.post(`/public/tenants/${this.world.tenant.slug}/registrations`).send(typed(email, more));
  }

  rowsOf(email: string): Promise<RegistrationRow[]> {
    return asSuperuser<RegistrationRow>(
      'SELECT * FROM registrations WHERE tenant_id = $1 AND lower(email) = lower($2)',
      [this.tenantId, email],
    );
  }

  /** For the limit of mails to each address. */
  anHourLater(): Promise<unknown> {
    return asSuperuser(
      `UPDATE mailed_addresses SET mails = (
         SELECT jsonb_agg(mail || jsonb_build_object('at', (mail->>'at')::timestamptz - interval '61 minutes'))
         FROM jsonb_array_elements(mails) mail)
       WHERE tenant_id = $1 AND mails <> '[]'`,
      [this.tenantId],
    );
  }
}

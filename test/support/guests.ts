import type { Api } from './api';
import { uniqueEmail } from './world';

/** Somebody whom a customer employs, without access to the portal. */
export interface Guest {
  readonly id: string;
  readonly email: string;
}

export async function addGuest(
  admin: Api,
  customerId: string,
  email = uniqueEmail('kontakt'),
): Promise<Guest> {
  const { body } = await admin
    .post(`/staff/customers/${customerId}/contacts`)
    .send({ firstName: 'Petra', lastName: 'Müller', email })
    .expect(201);
  return { id: String(body.id), email: String(body.email) };
}

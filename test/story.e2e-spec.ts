import createClient, { type Client } from 'openapi-fetch';
import { Api } from './support/api';
import { e2eEnvironment } from './support/environment';
import { newestMail, tokenFrom } from './support/mailbox';
import { makeWorld, PASSWORD, uniqueEmail } from './support/world';
import type { paths } from './generated/portal-api';

type Portal = Client<paths>;

/** A client as an integrator generates it from the document; if the document is wrong, this does not compile. */
function portal(accessToken?: string): Portal {
  return createClient<paths>({
    baseUrl: e2eEnvironment().baseUrl,
    headers: {
      'x-forwarded-for': Api.anonymous().address,
      ...(accessToken && { authorization: `Bearer ${accessToken}` }),
    },
  });
}

async function login(tenant: string, email: string): Promise<Portal> {
  const { data } = await portal().POST('/api/v1/auth/login', { body: { tenant, email, password: PASSWORD } });
  return portal(data?.accessToken);
}

it('A contact gets access, sets a password, records a request, and staff answer', async () => {
  const world = await makeWorld();
  const staff = portal(world.admin.accessToken);
  const email = uniqueEmail('petra');

  // Staff find the customer and give the contact access.
  await staff.POST('/api/v1/staff/customers', { body: { name: 'Müller & Söhne GmbH', city: 'Köln' } });
  const { data: customers } = await staff.GET('/api/v1/staff/customers', {
    params: { query: { search: 'Mueler Koeln' } },
  });
  const customer = customers?.items[0];
  expect(customer?.name).toBe('Müller & Söhne GmbH');
  const { data: contact } = await staff.POST('/api/v1/staff/customers/{id}/contacts', {
    params: { path: { id: customer!.id } },
    body: { firstName: 'Petra', lastName: 'Müller', email },
  });
  const { data: access } = await staff.PUT('/api/v1/staff/contacts/{id}/portal-access', {
    params: { path: { id: contact!.id } },
    body: { role: 'MAIN_USER' },
  });
  expect(access?.state).toBe('INVITED');

  // The contact follows the link of the mail.
  const invitation = await newestMail(email);
  expect(invitation.text).toContain(email);
  const reset = await portal().POST('/api/v1/auth/password-resets', {
    body: { token: tokenFrom(invitation), newPassword: PASSWORD },
  });
  expect(reset.response.status).toBe(204);
  const petra = await login(world.tenant.slug, email);

  // A request, its receipt, the answer, the mail about it.
  const { data: ticket } = await petra.POST('/api/v1/portal/tickets', {
    body: { subject: 'Drucker druckt blass', description: 'Seit heute Morgen, im Büro 2.' },
  });
  expect(ticket?.number).toMatch(/^T-\d{4}-\d{6}$/);
  await newestMail(email, { subject: ticket!.number });
  await staff.POST('/api/v1/staff/tickets/{id}/comments', {
    params: { path: { id: ticket!.id } },
    body: { body: 'Wir bringen heute einen neuen Toner.', visibility: 'PUBLIC' },
  });
  const path = { id: ticket!.id };
  const { data: comments } = await petra.GET('/api/v1/portal/tickets/{id}/comments', { params: { path } });
  expect(comments?.items.map(({ body }) => body)).toEqual(['Wir bringen heute einen neuen Toner.']);
  for (let waits = 0; waits < 100; waits++) {
    if ((await newestMail(email)).text.includes('neuen Toner')) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect((await newestMail(email)).text).toContain('Wir bringen heute einen neuen Toner.');

  // Solved: the contact closes the ticket.
  const closed = await petra.PUT('/api/v1/portal/tickets/{id}/closure', { params: { path } });
  expect(closed.response.ok).toBe(true);
  const { data: running } = await petra.GET('/api/v1/portal/tickets', { params: { query: { count: true } } });
  expect(running?.totalCount).toBe(0);
});

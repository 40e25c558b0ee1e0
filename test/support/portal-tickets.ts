import type { Api } from './api';

export interface Seen {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly updatedAt: string;
}

/** A contact opens a ticket. */
export async function createTicket(
  by: Api,
  subject = 'Anfrage',
  description = 'Bitte helfen Sie.',
): Promise<Seen> {
  return (await by.post('/portal/tickets').send({ subject, description }).expect(201)).body as Seen;
}

/** Of the tickets that a contact sees in the list. */
export async function listedIds(by: Api, query = ''): Promise<string[]> {
  const { body } = await by.get(`/portal/tickets?limit=100&${query}`).expect(200);
  return (body as { items: Seen[] }).items.map(({ id }) => id);
}

/** Staff change a ticket, whatever its version is. */
export function changeTicket(staff: Api, id: string, changes: object): Promise<void> {
  return staff.change(`/staff/tickets/${id}`, changes);
}

/** A contact opens a ticket; answers with its id. */
export async function ticketOf(by: Api, subject = 'Drucker streikt'): Promise<string> {
  return (await createTicket(by, subject, 'Er druckt nicht.')).id;
}

/** Staff answer so that contacts see it. */
export function answerTicket(staff: Api, id: string, body = 'Wir kümmern uns.'): Promise<unknown> {
  return staff.post(`/staff/tickets/${id}/comments`).send({ body, visibility: 'PUBLIC' }).expect(201);
}

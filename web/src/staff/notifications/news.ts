import { api, unwrap } from '../../api/client';
import type { LiveEvent } from '../../api/live';
import { readNow } from '../../api/queries';
import type { Texts } from '../../i18n';
import type { Me } from '../../session/session';
import { inboxItemQuery } from '../inbox/queries';
import { ticketQuery } from '../tickets/queries';

/** The text of a notification, and where it leads. */
export interface News {
  readonly title: string;
  readonly body: string;
  readonly place: 'inbox' | 'tickets';
  readonly id: string;
}

type Reader = (id: string, me: Me, texts: Texts) => Promise<News | undefined>;

/** By type of event; others cause no notification, nor do the user's own actions. */
const READERS: Readonly<Record<string, Reader>> = {
  'inbox.item-created': newItem,
  'ticket.created': newTicket,
  'ticket.commented': answer,
};

/** The notification of an event for the user; undefined where it does not concern them, or cannot be read. */
export async function newsOf({ type, id }: LiveEvent, me: Me, texts: Texts): Promise<News | undefined> {
  const read = READERS[type];
  return read && id !== undefined ? read(id, me, texts).catch(() => undefined) : undefined;
}

/** Customers send what comes into the Postkorb. */
async function newItem(id: string, _: Me, { staff, inbox }: Texts): Promise<News> {
  const { type, customer, summary } = await readNow(inboxItemQuery(id));
  const title = staff.notifications.inbox(inbox.types[type]);
  return { title, body: [customer?.name, summary].filter(Boolean).join(': '), place: 'inbox', id };
}

/** An unassigned ticket that another user recorded. */
async function newTicket(id: string, me: Me, { staff }: Texts): Promise<News | undefined> {
  const ticket = await readTicket(id);
  const creator = ticket.history.find(({ event }) => event === 'CREATED')?.actor;
  if (ticket.assignee || (creator?.kind === 'STAFF' && creator.name === me.name)) return undefined;
  return { title: staff.notifications.newTicket, body: lineOf(ticket), place: 'tickets', id };
}

/** What a customer has written to a ticket of one's own. */
async function answer(id: string, me: Me, { staff }: Texts): Promise<News | undefined> {
  const ticket = await readTicket(id);
  if (ticket.assignee?.id !== me.id) return undefined;
  const params = { path: { id }, query: { limit: 1, sort: '-createdAt' as const } };
  const { items } = unwrap(await api.GET('/api/v1/staff/tickets/{id}/comments', { params }));
  const author = items[0]?.author;
  if (author?.kind !== 'CONTACT') return undefined;
  return { title: staff.notifications.answer(author.name), body: lineOf(ticket), place: 'tickets', id };
}

const readTicket = (id: string) => readNow(ticketQuery(id));

function lineOf(ticket: Awaited<ReturnType<typeof readTicket>>): string {
  return `${ticket.number} ${ticket.subject} – ${ticket.customer.name}`;
}

import { measured } from '../support/figures';
import type { Load } from './load';
import type { Scene } from './scene';

interface TicketRow {
  readonly id: string;
  readonly subject: string;
  readonly mails: number;
  readonly entries: number;
}

// A ticket, its place in the history, and the receipt that its contact gets belong together.
const TICKETS = `
  SELECT t.id, t.subject,
    (SELECT count(*)::int FROM outgoing_mails m WHERE m.tenant_id = t.tenant_id AND m.payload->>'ticketId' = t.id::text
       AND m.state = 'SENT') AS mails,
    (SELECT count(*)::int FROM ticket_history h WHERE h.tenant_id = t.tenant_id AND h.ticket_id = t.id
       AND h.event = 'CREATED') AS entries
  FROM tickets t WHERE t.subject LIKE 'Last %'`;

interface OrderRow {
  readonly id: string;
  readonly reference: string;
  readonly lines: number;
  readonly items: number;
  readonly mails: number;
}

// An order, its one line, its item in the Postkorb and its receipt.
const ORDERS = `
  SELECT o.id, o.reference,
    (SELECT count(*)::int FROM order_lines l WHERE l.tenant_id = o.tenant_id AND l.order_id = o.id) AS lines,
    (SELECT count(*)::int FROM inbox_items i WHERE i.tenant_id = o.tenant_id AND i.subject_id = o.id) AS items,
    (SELECT count(*)::int FROM outgoing_mails m WHERE m.tenant_id = o.tenant_id AND m.payload->>'orderId' = o.id::text
       AND m.state = 'SENT') AS mails
  FROM orders o WHERE o.reference LIKE 'Last %'`;

/** Compares what was acknowledged with what there is, once everything has come to rest. */
export async function settle(scene: Scene, load: Load, what: string, kills = 0): Promise<void> {
  await load.stop();
  await scene.atRest();
  const tickets = await scene.rows<TicketRow>(TICKETS);
  const bySubject = grouped(tickets, ({ subject }) => subject);
  const acknowledged = [...load.acknowledged];
  const lost = acknowledged.filter(([subject, id]) => !bySubject.get(subject)?.some((row) => row.id === id));
  const twice = [...bySubject].filter(([, rows]) => rows.length > 1);
  const torn = tickets.filter(({ mails, entries }) => mails !== 1 || entries !== 1);
  const total = acknowledged.length;
  measured(
    `${what}: acknowledged tickets that are lost`,
    '0',
    `${lost.length} of ${total}`,
    total > 0 ? lost.map(([subject]) => subject) : ['nothing was acknowledged'],
  );
  measured(
    `${what}: tickets that exist twice`,
    '0',
    twice.length,
    twice.map(([subject]) => subject),
  );
  measured(
    `${what}: tickets without their history or receipt`,
    '0',
    torn.length,
    torn.map(({ subject, mails, entries }) => `${subject}: ${mails} receipts, ${entries} entries`),
  );
  await settleOrders(scene, load, what);
  await settleMails(scene, what, kills);
}

async function settleOrders(scene: Scene, load: Load, what: string): Promise<void> {
  const orders = await scene.rows<OrderRow>(ORDERS);
  const left = await scene.rows<{ name: string }>('SELECT name FROM cart_items');
  const byReference = grouped(orders, ({ reference }) => reference);
  const acknowledged = [...load.acknowledgedOrders];
  const lost = acknowledged.filter(([name, id]) => !byReference.get(name)?.some((row) => row.id === id));
  const twice = [...byReference].filter(([, rows]) => rows.length > 1);
  const torn = orders.filter(({ lines, items, mails }) => lines !== 1 || items !== 1 || mails !== 1);
  const total = acknowledged.length;
  measured(
    `${what}: acknowledged orders that are lost`,
    '0',
    `${lost.length} of ${total}`,
    total > 0 ? lost.map(([reference]) => reference) : ['nothing was acknowledged'],
  );
  measured(
    `${what}: orders that exist twice`,
    '0',
    twice.length,
    twice.map(([reference]) => reference),
  );
  measured(
    `${what}: orders without their line, item in the Postkorb or receipt`,
    '0',
    torn.length,
    torn.map(
      ({ reference, lines, items, mails }) =>
        `${reference}: ${lines} lines, ${items} items, ${mails} receipts`,
    ),
  );
  measured(
    `${what}: ordered and still in the cart`,
    '0',
    left.length,
    left.map(({ name }) => name),
  );
  measured(`${what}: requests refused when repeated`, '0', load.refused.length, load.refused);
}

async function settleMails(scene: Scene, what: string, kills: number): Promise<void> {
  const sent = await scene.rows<{ id: string }>(`SELECT id FROM outgoing_mails WHERE state = 'SENT'`);
  const given = await scene.rows(`SELECT FROM outgoing_mails WHERE state = 'FAILED'`);
  const arrived = grouped(scene.mail.received, ({ messageId }) => /<([^@]+)@/.exec(messageId)?.[1]);
  const missing = sent.filter(({ id }) => !arrived.has(id)).map(({ id }) => id);
  const copies = scene.mail.received.length - arrived.size - scene.copies;
  scene.copies += copies;
  measured(`${what}: mails that never arrived`, '0', `${missing.length} of ${sent.length}`, [
    ...missing,
    ...given.map(() => 'given up'),
  ]);
  measured(`${what}: mails that arrived twice`, `at most ${kills}`, copies, copies <= kills);
}

function grouped<T, Key>(items: readonly T[], keyOf: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

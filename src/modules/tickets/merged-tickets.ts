import { Injectable } from '@nestjs/common';
import { scopeOf } from '../../platform/context/actor-scope.policy';
import { currentActor } from '../../platform/context/context';
import { tenantCondition, TransactionService } from '../../platform/database';
import type { Ticket } from './ticket.entity';
import { watchedBy } from './watchers/visible-tickets';

/** A ticket that goes on in another one, with what it began with. */
export interface MergedTicket {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly description: string;
  readonly author: { readonly kind: 'STAFF' | 'CONTACT'; readonly name: string };
  readonly createdAt: Date;
}

export interface Merges {
  /** Null also for who may not see it. */
  readonly mergedInto: { readonly id: string; readonly number: string } | null;
  /** The oldest first. */
  readonly merged: readonly MergedTicket[];
}

export const NO_MERGES: Merges = { mergedInto: null, merged: [] };

/** Where a statement holds what decides what somebody may see; customer and contact are null where they do not narrow it. */
interface Places {
  readonly ticket: number;
  readonly tenant: number;
  readonly customer: number;
  readonly contact: number;
}

/** Merging widens nobody's sight: of what was merged into a ticket, contacts read what they may see by itself. */
const VISIBLE = ({
  tenant,
  customer,
  contact,
}: Omit<Places, 'ticket'>): string => `${tenantCondition('m', tenant)}
  AND ($${customer}::uuid IS NULL OR m.customer_id = $${customer})
  AND ($${contact}::uuid IS NULL OR m.contact_id = $${contact} OR m.id IN (${watchedBy(contact, tenant)}))`;

/** SQL for the ids of a ticket and of those merged into it: what was written at them is read as one conversation. */
export function readTogether({ ticket, ...places }: Places): string {
  return `ARRAY(SELECT $${ticket}::uuid UNION ALL
    SELECT m.id FROM tickets m WHERE m.merged_into_id = $${ticket} AND ${VISIBLE(places)})`;
}

const SEEN = VISIBLE({ tenant: 1, customer: 3, contact: 4 });
const INTO = `SELECT m.id, m.number FROM tickets m WHERE m.id = $2 AND ${SEEN}`;
const MERGED = `
  SELECT m.id, m.number, m.subject, m.description, m.created_at AS "createdAt",
    json_build_object('kind', m.created_by_kind, 'name', coalesce(begun.name, '')) AS author
  FROM tickets m LEFT JOIN LATERAL (
    SELECT h.actor_name AS name FROM ticket_history h
    WHERE ${tenantCondition('h')} AND h.ticket_id = m.id AND h.event = 'CREATED' LIMIT 1) begun ON true
  WHERE m.merged_into_id = $2 AND ${SEEN} ORDER BY m.id`;

/** Which tickets have become one, as far as whoever is acting may see them. */
@Injectable()
export class MergedTickets {
  constructor(private readonly transactions: TransactionService) {}

  /** In one statement: what goes on elsewhere has none that go on in it. */
  async of({ id, mergedIntoId }: Pick<Ticket, 'id' | 'mergedIntoId'>): Promise<Merges> {
    if (mergedIntoId === null) return { mergedInto: null, merged: await this.read(MERGED, id) };
    const [mergedInto] = await this.read<NonNullable<Merges['mergedInto']>>(INTO, mergedIntoId);
    return { mergedInto: mergedInto ?? null, merged: [] };
  }

  private read<Row extends object = MergedTicket>(sql: string, id: string): Promise<Row[]> {
    const actor = currentActor();
    const { customerId = null, contactId = null } = scopeOf(actor);
    return this.transactions.query<Row>(sql, [actor.tenantId, id, customerId, contactId]);
  }
}

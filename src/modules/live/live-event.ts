/** Everything that is announced. */
export const LIVE_EVENT_TYPES = [
  'ticket.created',
  'ticket.commented',
  'ticket.status-changed',
  'ticket.changed',
  'order.submitted',
  'order.decided',
  'order.offer-answered',
  'order.cancelled',
  'order.changed',
  'inbox.item-created',
  'inbox.item-changed',
  'customer.changed',
  'settings.changed',
  'import.applied',
  'staff-user.changed',
  'ticket-category.changed',
  'canned-reply.changed',
] as const;
export type LiveEventType = (typeof LIVE_EVENT_TYPES)[number];

/** That something happened to an object; what it looks like now is read over the interface. */
export interface LiveEvent {
  readonly type: LiveEventType;
  /** Of the object: the ticket, the order, the inbox item, the customer, the tenant, the import, the staff user, the category, the canned reply. */
  readonly id: string;
  /** RFC 3339, UTC. */
  readonly at: string;
}

/** That the client has missed something that it cannot be told: it reads everything anew. */
export interface LiveReset {
  readonly type: 'reset';
  readonly at: string;
}

/** The contacts who may learn of an event. */
export type LiveAudience = RecordAudience | CompanyAudience;

/** Of what is not a single person's. */
export interface CompanyAudience {
  /** Null: every customer's. */
  readonly customerId: string | null;
  readonly everybody: true;
}

/** Of a ticket or an order. */
export interface RecordAudience {
  readonly customerId: string;
  /** Null: the company's, so for its main users. */
  readonly contactId: string | null;
  /** Colleagues who watch it. */
  readonly watcherIds?: readonly string[];
}

/** An event on its way to every instance: ids only, because anybody who may log in to the database can listen. */
export interface Announcement {
  readonly tenantId: string;
  /** Of this announcement; where it is repeated, another one. */
  readonly announcementId: string;
  readonly event: LiveEvent;
  /** Absent: staff alone. */
  readonly audience?: LiveAudience;
}

/** That sessions of an account have ended; the database itself says so, wherever it was done. */
export interface SessionsEnded {
  readonly tenantId: string;
  readonly accountId: string;
}

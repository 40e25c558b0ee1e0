import { tenantCondition } from '../../../platform/database';

/** SQL for the ids of the tickets that a contact watches; the places hold the ids of tenant and contact. */
export function watchedBy(contact: number, tenant: number): string {
  return `SELECT w.ticket_id FROM ticket_watchers w WHERE ${tenantCondition('w', tenant)} AND w.contact_id = $${contact}`;
}

/** Conditions on tickets `t` that a contact sees without being a main user: each has an index, no ticket meets both. */
export function ownOrWatched(contact: number, tenant: number): readonly string[] {
  return [
    `t.contact_id = $${contact}`,
    `t.contact_id IS DISTINCT FROM $${contact} AND t.id = ANY (ARRAY(${watchedBy(contact, tenant)}))`,
  ];
}

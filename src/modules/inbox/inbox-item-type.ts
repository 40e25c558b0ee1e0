/** What customers send. */
export const INBOX_ITEM_TYPES = ['ORDER', 'QUOTE_REQUEST', 'REGISTRATION'] as const;
export type InboxItemType = (typeof INBOX_ITEM_TYPES)[number];

/** New, then somebody's, then decided for good. */
export const INBOX_ITEM_STATES = ['NEW', 'IN_PROGRESS', 'DONE', 'REJECTED'] as const;
export type InboxItemState = (typeof INBOX_ITEM_STATES)[number];

/** Somebody still has to decide. */
export const OPEN_STATES: readonly InboxItemState[] = ['NEW', 'IN_PROGRESS'];

export function isOpen(state: InboxItemState): boolean {
  return OPEN_STATES.includes(state);
}

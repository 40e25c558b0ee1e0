import { defineEvent } from '../../../platform/events/domain-event';

export const inboxItemCreated = defineEvent<{ readonly itemId: string }>('inbox.item-created');

/** Claimed, released, decided, noted, or there is news about it. */
export const inboxItemChanged = defineEvent<{ readonly itemId: string }>('inbox.item-changed');

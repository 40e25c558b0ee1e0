import { defineEvent } from '../../../platform/events/domain-event';

/** One of the categories is new, different or gone. */
export const ticketCategoryChanged = defineEvent<{ readonly categoryId: string }>('ticket-category.changed');

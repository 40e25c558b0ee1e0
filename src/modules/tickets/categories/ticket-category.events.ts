import { defineEvent } from '../../../platform/events/domain-event';

/** One of the categories is new, different or gone. */
export const ticketCategoryChanged = defineEvent<{
  readonly categoryId: string;
  /** Whether contacts choose it, or did before. */
  readonly visibility: 'PUBLIC' | 'INTERNAL';
}>('ticket-category.changed');

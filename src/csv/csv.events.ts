import { defineEvent } from '../platform/events/domain-event';

/** The rows of a file were taken over; many lists may be others now. */
export const fileImported = defineEvent<{ readonly importId: string }>('file.imported');

import { defineEvent } from '../platform/events/domain-event';

/** A mail about a ticket did not leave, was given up, or has left after all; how it stands is read where it is shown. */
export const mailDeliveryChanged = defineEvent<{ readonly ticketId: string }>('mail.delivery-changed');

import { defineEvent } from '../platform/events/domain-event';

/** A mail about a ticket or an order did not leave, was given up, or has left after all; how it stands is read where it is shown. */
export const mailDeliveryChanged = defineEvent<{ readonly ticketId?: string; readonly orderId?: string }>(
  'mail.delivery-changed',
);

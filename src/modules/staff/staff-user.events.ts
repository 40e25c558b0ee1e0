import { defineEvent } from '../../platform/events/domain-event';

/** One of the staff has come, or what is kept of them or their access is different. */
export const staffUserChanged = defineEvent<{ readonly staffUserId: string }>('staff-user.changed');

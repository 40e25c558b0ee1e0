import { defineEvent } from '../../../platform/events/domain-event';

/** One of the canned replies is new, different or gone. */
export const cannedReplyChanged = defineEvent<{ readonly replyId: string }>('canned-reply.changed');

import { defineEvent } from '../../platform/events/domain-event';

/** Whoever was invited has set the first password. */
export const accountActivated = defineEvent<{
  readonly accountId: string;
  /** The company of a contact; null: one of the staff. */
  readonly customerId: string | null;
}>('account.activated');

import { defineEvent } from '../../platform/events/domain-event';

/** Settings of the tenant are different. */
export const settingsChanged = defineEvent<{
  /** Whether contacts see it: which shops there are, whether these show prices, what contacts may do. */
  readonly visibility: 'PUBLIC' | 'INTERNAL';
}>('settings.changed');

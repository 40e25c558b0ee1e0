import { defineEvent } from '../../platform/events/domain-event';

/** Settings are different that contacts see: which shops there are, whether these show prices, what contacts may do. */
export const settingsChanged = defineEvent('settings.changed');

import { defineError } from '../../platform/errors';

export const successorUnknown = defineError('rule', 'handover.successor-unknown', {
  de: 'Arbeit können Sie nur einem anderen Mitarbeiter mit Zugang geben, oder niemandem.',
  en: 'Work can be handed over to another staff user with access, or to nobody.',
});

import { defineError } from '../../platform/errors';

export const lastAdmin = defineError('conflict', 'staff.last-admin', {
  de: 'Ein Mandant braucht mindestens einen aktiven Administrator.',
  en: 'A tenant needs at least one active administrator.',
});

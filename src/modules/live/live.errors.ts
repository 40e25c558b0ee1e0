import { defineError } from '../../platform/errors';

export const tooManyStreams = defineError('tooMany', 'live.too-many-streams', {
  de: 'Sie haben schon {max} Verbindungen für Live-Ereignisse offen. Schließen Sie eine davon.',
  en: 'You have {max} connections for live events open already. Close one of them.',
});

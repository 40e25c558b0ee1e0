import type { DecideInboxItemDto } from './decide-inbox-item.dto';

const NOTHING_YET = { summary: 'Bitte wählen', value: {} };

const LINE = { lineId: '01900000-0000-7000-8000-000000000000', netPriceCents: 8500 };

/** One body for each decision, to choose from in Swagger UI; what stands there unasked decides nothing. */
export const DECISION_EXAMPLES: Readonly<
  Record<string, { summary: string; value: Partial<DecideInboxItemDto> }>
> = {
  choose: NOTHING_YET,
  acceptOrder: {
    summary: 'Bestellung annehmen',
    value: { decision: 'ACCEPTED', message: 'Wir liefern am Donnerstag.' },
  },
  reject: {
    summary: 'Bestellung oder Angebotsanfrage ablehnen',
    value: { decision: 'REJECTED', message: 'Den Artikel gibt es leider nicht mehr.' },
  },
  makeOffer: {
    summary: 'Angebot machen',
    value: { decision: 'OFFER_MADE', validUntil: '2030-12-31', lines: [LINE] },
  },
  acknowledge: {
    summary: 'Abgelehntes Angebot zur Kenntnis nehmen',
    value: { decision: 'ACKNOWLEDGED', offerVersion: 1 },
  },
  acceptRegistration: {
    summary: 'Registrierung annehmen',
    value: {
      decision: 'ACCEPTED',
      registration: { role: 'USER', newCustomer: { name: 'Gärtnerei Blüm', city: 'Köln' } },
    },
  },
  rejectRegistration: {
    summary: 'Registrierung ablehnen',
    value: { decision: 'REJECTED', sendMail: true },
  },
};

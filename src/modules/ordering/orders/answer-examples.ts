import type { AnswerOfferDto } from './portal-order.dto';

/** One body for each answer, to choose from in Swagger UI; what stands there unasked answers nothing. */
export const ANSWER_EXAMPLES: Readonly<Record<string, { summary: string; value: Partial<AnswerOfferDto> }>> =
  {
    choose: { summary: 'Bitte wählen', value: {} },
    accept: {
      summary: 'Annehmen',
      value: { decision: 'ACCEPTED', offerVersion: 1, note: 'Bitte bis Freitag liefern.' },
    },
    decline: { summary: 'Ablehnen', value: { decision: 'DECLINED', offerVersion: 1 } },
  };

import type { ReactNode } from 'react';
import { useFormat } from '../../i18n';
import { useChangesTexts } from '../../i18n/changes-texts';
import type { Format } from '../../i18n/format';
import type { components } from '../../api/schema';

export type Refusal = components['schemas']['SubmissionProblem'];
type Change = components['schemas']['CartChangeDto'];

interface ChangesProps {
  readonly refusal: Refusal;
  /** What the cart was going to become. */
  readonly before: Refusal['mode'];
}

/** Line by line, what is not as it was shown. Nothing has been submitted; the cart beside it is as it is now. */
export function Changes({ refusal, before }: ChangesProps): ReactNode {
  const texts = useChangesTexts();
  const format = useFormat();
  const { changes = [], detail } = refusal;
  const mode = refusal.mode === before ? undefined : refusal.mode;
  const isListed = mode !== undefined || changes.length > 0;
  return (
    <section className="changes" role="alert">
      <h3>{texts.title}</h3>
      {isListed && (
        <ul>
          {mode && <li>{texts.now[mode]}</li>}
          {changes.map((change) => (
            <li key={`${change.printerId ?? ''}${change.articleId}${change.change}`}>
              <strong>{change.name}</strong> {sentenceOf(change, texts.what, format)}
            </li>
          ))}
        </ul>
      )}
      <p>{isListed ? texts.text : detail}</p>
    </section>
  );
}

type What = ReturnType<typeof useChangesTexts>['what'];

function sentenceOf(change: Change, what: What, format: Format): string {
  const money = (cents: number | undefined): string =>
    cents === undefined ? '–' : format.money(cents, 'EUR');
  const percent = (rate: number | undefined): string => (rate === undefined ? '–' : format.percent(rate));
  switch (change.change) {
    case 'PRICE_CHANGED':
      return change.previousNetPriceCents === undefined
        ? what.PRICE_NEW(money(change.netPriceCents))
        : what.PRICE_CHANGED(money(change.previousNetPriceCents), money(change.netPriceCents));
    case 'NUMBER_CHANGED':
      return what.NUMBER_CHANGED(change.previousNumber ?? '–', change.number);
    case 'NAME_CHANGED':
      return what.NAME_CHANGED(change.previousName ?? '–', change.name);
    case 'UNIT_CHANGED':
      return what.UNIT_CHANGED(change.previousUnit ?? '–', change.unit ?? '–');
    case 'KIND_CHANGED':
      return what.KIND_CHANGED(change.previousKind ?? '–', change.kind ?? '–');
    case 'VAT_RATE_CHANGED':
      return what.VAT_RATE_CHANGED(percent(change.previousVatRatePercent), percent(change.vatRatePercent));
    default:
      return what[change.change];
  }
}

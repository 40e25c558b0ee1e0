import type { ReactNode } from 'react';
import { useFormat, useTexts } from '../../i18n';
import type { Totals as TotalsData } from './queries';

/** What it costs, as the server says it; nothing is added up here. */
export function Totals({ totals }: { readonly totals: TotalsData }): ReactNode {
  const { totals: texts } = useTexts().shops;
  const format = useFormat();
  const { currency, netCents, vat, grossCents } = totals;
  return (
    <dl className="totals">
      <div>
        <dt>{texts.net}</dt>
        <dd>{format.money(netCents, currency)}</dd>
      </div>
      {vat.map(({ vatRatePercent, vatCents }) => (
        <div key={vatRatePercent} className="muted">
          <dt>{texts.vat(format.percent(vatRatePercent))}</dt>
          <dd>{format.money(vatCents, currency)}</dd>
        </div>
      ))}
      <div className="total">
        <dt>{texts.gross}</dt>
        <dd>{format.money(grossCents, currency)}</dd>
      </div>
    </dl>
  );
}

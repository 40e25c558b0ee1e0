import type { ReactNode } from 'react';
import { useFormat, useTexts } from '../../i18n';

interface PriceProps {
  readonly article: {
    readonly netPriceCents?: number;
    readonly currency?: string;
    readonly unit?: string;
  };
  /** Whether this shop shows prices at all; where it does not, nothing is said of them. */
  readonly shown: boolean;
}

export function Price({
  article: { netPriceCents, currency = 'EUR', unit = '' },
  shown,
}: PriceProps): ReactNode {
  const { article } = useTexts().shops;
  const format = useFormat();
  if (!shown) return null;
  if (netPriceCents === undefined) return <p className="price muted">{article.onRequest}</p>;
  return (
    <p className="price">
      <strong>{format.money(netPriceCents, currency)}</strong>
      <span className="muted small">{article.net(unit)}</span>
    </p>
  );
}

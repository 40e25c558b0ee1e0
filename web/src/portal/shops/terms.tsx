import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useCheckoutTexts } from '../../i18n/checkout-texts';
import type { Cart } from './queries';

/** Under which terms; nothing where the system house names none. */
export function Terms({ terms: { url, version } }: { readonly terms: Cart['terms'] }): ReactNode {
  const { orders } = useTexts();
  const { terms, termsLink } = useCheckoutTexts();
  if (!url && !version) return null;
  const [before, after] = terms.split('{terms}');
  return (
    <p className="small">
      {before}
      {url ? (
        <a href={url} target="_blank" rel="noreferrer">
          {termsLink}
        </a>
      ) : (
        termsLink
      )}
      {version && <span className="muted"> ({orders.termsVersion(version)})</span>}
      {after}
    </p>
  );
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { components } from '../../api/schema';
import { useTexts } from '../../i18n';
import { useChangesTexts } from '../../i18n/changes-texts';
import { useTenant } from '../../session/tenant';
import { Dialog } from '../../ui/dialog';
import { CART_PATHS } from '../shops/cart-paths';
import type { OrderDetail } from './queries';

export type MissingLine = components['schemas']['MissingLineDto'];

interface MissingDialogProps extends Pick<OrderDetail, 'shop'> {
  readonly missing: readonly MissingLine[];
  readonly onClose: () => void;
}

/** What could not be put into the cart once more, and why. */
export function MissingDialog({ shop, missing, onClose }: MissingDialogProps): ReactNode {
  const { orders, common } = useTexts();
  const { what } = useChangesTexts();
  const { slug } = useTenant();
  return (
    <Dialog title={orders.again.missing} onClose={onClose}>
      <ul className="stack">
        {missing.map(({ number, name, printerName, reason }) => (
          <li key={`${number}${printerName ?? ''}`}>
            <strong>{name}</strong> {printerName && orders.forPrinter(printerName)}
            <br />
            <span className="muted">{what[reason]}</span>
          </li>
        ))}
      </ul>
      <div className="actions end">
        <button type="button" className="button" onClick={onClose}>
          {common.close}
        </button>
        <Link to={CART_PATHS[shop]} params={{ slug }} className="button primary">
          {orders.again.toCart}
        </Link>
      </div>
    </Dialog>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { RotateCcw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useAttempt } from '../../api/attempts';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { useOrderTexts } from '../../i18n/order-texts';
import { useMe } from '../../session/me';
import { useTenant } from '../../session/tenant';
import { failureText } from '../../ui/failure';
import { lazyPart } from '../../ui/lazy-part';
import { useAnnounce } from '../../ui/status';
import { CART_PATHS } from '../shops/cart-paths';
import type { MissingLine } from './missing-dialog';
import type { OrderDetail } from './queries';

const MissingDialog = lazyPart(async () => (await import('./missing-dialog')).MissingDialog);

const COPIES = {
  ONLINE_SHOP: '/api/v1/portal/online-shop/cart/copies',
  PRINTER_SHOP: '/api/v1/portal/printer-shop/cart/copies',
} as const;

/** Puts the lines of an order into the cart of its shop, at today's prices; says what cannot be had any more. */
export function OrderAgain({ order: { id, shop } }: { readonly order: OrderDetail }): ReactNode {
  const { common } = useTexts();
  const texts = useOrderTexts();
  const { slug } = useTenant();
  const { onlineShop, printerShop } = useMe().shops;
  const attempt = useAttempt();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState<readonly MissingLine[]>([]);
  const access = shop === 'ONLINE_SHOP' ? onlineShop : printerShop;
  if (!access?.open) return null;

  const copy = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      const body = { orderId: id };
      const copied = await attempt(body, async (header) =>
        unwrap(await api.POST(COPIES[shop], { params: { header }, body })),
      );
      // The cart is asked for where it is shown.
      queries.removeQueries({ queryKey: ['getCart', { shop }] });
      void queries.invalidateQueries({ queryKey: ['getPortalOverview'] });
      setMissing(copied.missing);
      if (copied.missing.length > 0) return;
      announce(texts.inCart[access.mode]);
      await navigate({ to: CART_PATHS[shop], params: { slug } });
    } catch (error) {
      announce(failureText(error, common.failed));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" className="button" aria-disabled={busy} onClick={() => void copy()}>
        <RotateCcw size={18} aria-hidden />
        {texts.again[access.mode]}
      </button>
      {missing.length > 0 && <MissingDialog shop={shop} missing={missing} onClose={() => setMissing([])} />}
    </>
  );
}

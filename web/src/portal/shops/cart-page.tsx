import { Link } from '@tanstack/react-router';
import { ChevronLeft, ShoppingCart } from 'lucide-react';
import type { ReactNode } from 'react';
import { isProblem } from '../../api/problems';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Empty, Failure, Skeleton } from '../../ui/feedback';
import { lazyPart } from '../../ui/lazy-part';
import { Page } from '../../ui/page';
import { CartLines } from './cart-lines';
import { Closed } from './closed';
import type { Shop } from './queries';
import { useCart } from './use-cart';
import '../../styles/cart.css';
import '../../styles/shop.css';

/** Of its own file: a cart is looked at more often than it is sent. */
const Checkout = lazyPart(async () => (await import('./checkout')).Checkout, <Skeleton lines={9} />);

const SHOPS = { ONLINE_SHOP: '/p/$slug/online-shop', PRINTER_SHOP: '/p/$slug/printer-shop' } as const;

export function OnlineCartPage(): ReactNode {
  return <CartPage shop="ONLINE_SHOP" />;
}

export function PrinterCartPage(): ReactNode {
  return <CartPage shop="PRINTER_SHOP" />;
}

/** What is in the cart and how it is ordered, on one page. */
function CartPage({ shop }: { readonly shop: Shop }): ReactNode {
  const { cart: texts, online, printers } = useTexts().shops;
  const { slug } = useTenant();
  const cart = useCart(shop);
  const shopping = (
    <Link to={SHOPS[shop]} params={{ slug }} className="button primary">
      {texts.shopping}
    </Link>
  );
  return (
    <Page
      title={texts.title}
      above={
        <Link to={SHOPS[shop]} params={{ slug }}>
          <ChevronLeft size={18} aria-hidden />
          {shop === 'ONLINE_SHOP' ? online.title : printers.title}
        </Link>
      }
    >
      {cart.isPending && <Skeleton lines={9} />}
      {isProblem(cart.error, 404) && <Closed />}
      {cart.isError && !cart.data && !isProblem(cart.error, 404) && (
        <Failure error={cart.error} retry={() => void cart.refetch()} />
      )}
      {cart.data && !isProblem(cart.error, 404) && cart.data.items.length === 0 && (
        <div className="card">
          <Empty icon={ShoppingCart} title={texts.empty} action={shopping}>
            {texts.emptyText}
          </Empty>
        </div>
      )}
      {cart.data && !isProblem(cart.error, 404) && cart.data.items.length > 0 && (
        <div className="cart">
          <CartLines cart={cart.data} />
          <Checkout cart={cart.data} />
        </div>
      )}
    </Page>
  );
}

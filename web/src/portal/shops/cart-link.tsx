import { Link } from '@tanstack/react-router';
import { ShoppingCart } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { CART_PATHS } from './cart-paths';
import type { Shop } from './queries';
import { useCart } from './use-cart';

export function CartLink({ shop }: { readonly shop: Shop }): ReactNode {
  const { cart: texts } = useTexts().shops;
  const { slug } = useTenant();
  const cart = useCart(shop);
  return (
    <Link to={CART_PATHS[shop]} params={{ slug }} className="button cart-link">
      <ShoppingCart size={18} aria-hidden />
      {texts.link(cart.data?.items.length ?? 0)}
    </Link>
  );
}

import { Check, ShoppingCart } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { useAnnounce } from '../../ui/status';
import { addOne, type LineKey, useQuantity } from './cart';
import { useAnnounceRefusal } from './refusal';

interface AddToCartProps {
  readonly line: LineKey;
  readonly name: string;
}

/** Puts one more into the cart; the button says how many are in it. */
export function AddToCart({ line, name }: AddToCartProps): ReactNode {
  const { shops } = useTexts();
  const { article } = shops;
  const announce = useAnnounce();
  const announceRefusal = useAnnounceRefusal();
  const quantity = useQuantity(line);
  const [busy, setBusy] = useState(false);

  const add = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      announce(article.added(name, await addOne(line)));
    } catch (error) {
      announceRefusal(error);
    } finally {
      setBusy(false);
    }
  };
  const Icon = quantity > 0 ? Check : ShoppingCart;
  return (
    <button
      type="button"
      className={quantity > 0 ? 'button added' : 'button primary'}
      aria-label={quantity > 0 ? article.more(name, quantity) : article.addNamed(name)}
      aria-disabled={busy}
      onClick={() => void add()}
    >
      <Icon size={18} aria-hidden />
      {quantity > 0 ? article.inCart(quantity) : article.add}
    </button>
  );
}

import { CircleAlert, Clock, Printer, Trash2 } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useFormat, useTexts } from '../../i18n';
import { Pill } from '../../ui/feedback';
import { useAnnounce } from '../../ui/status';
import { keyOf, removeLine } from './cart';
import { Quantity } from './quantity';
import type { Cart, CartItem } from './queries';
import { useAnnounceRefusal } from './refusal';

/** The lines of a cart; in the printer shop by printer. */
export function CartLines({ cart }: { readonly cart: Cart }): ReactNode {
  const { cart: texts, printers } = useTexts().shops;
  const lines = useRef<HTMLDivElement>(null);
  const currency = cart.totals?.currency ?? 'EUR';
  // Once they are shown without it; with the last one they are gone.
  const goOn = (): void => {
    setTimeout(() => (lines.current ?? document.querySelector<HTMLElement>('h1'))?.focus());
  };
  return (
    <div ref={lines} tabIndex={-1} className="cart-lines" role="group" aria-label={texts.lines}>
      {byPrinter(cart.items).map((items) => {
        const printer = items[0]?.printer;
        return (
          <section key={printer?.id ?? ''} className="list">
            {printer && (
              <h2 className="cart-printer">
                <Printer size={20} aria-hidden />
                <span>
                  {printer.name}{' '}
                  <span className="muted small">
                    {[printer.model, printer.location, printer.room && printers.room(printer.room)]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
              </h2>
            )}
            <ul>
              {items.map((item) => (
                <CartLine key={item.articleId} item={item} currency={currency} onRemoved={goOn} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

interface CartLineProps {
  readonly item: CartItem;
  readonly currency: string;
  readonly onRemoved: () => void;
}

function CartLine({ item, currency, onRemoved }: CartLineProps): ReactNode {
  const { shops } = useTexts();
  const { cart: texts, article } = shops;
  const format = useFormat();
  const announce = useAnnounce();
  const announceRefusal = useAnnounceRefusal();
  const { name, number, kind, quantity, unit, available, reason, openRequestSince } = item;
  const line = keyOf(item);

  const remove = async (): Promise<void> => {
    try {
      await removeLine(line);
      announce(texts.removed(name));
      // The button is gone; who uses the keyboard goes on among the lines.
      onRemoved();
    } catch (error) {
      announceRefusal(error);
    }
  };
  return (
    <li className={available ? 'cart-line' : 'cart-line gone'}>
      <div className="cart-line-text">
        <strong>{name}</strong>
        <span className="muted small">
          {[kind, number].filter(Boolean).join(' · ')}
          {item.netPriceCents !== undefined &&
            ` · ${format.money(item.netPriceCents, currency)} ${article.net(unit ?? '')}`}
        </span>
        {!available && reason && (
          <span className="cart-gone">
            <CircleAlert size={16} aria-hidden />
            {texts.unavailable[reason]}
          </span>
        )}
        {openRequestSince && (
          <span>
            <Pill tone="warn" icon={Clock}>
              {texts.alreadySince(format.date(openRequestSince))}
            </Pill>
          </span>
        )}
      </div>
      {available && <Quantity line={line} name={name} quantity={quantity} />}
      {item.lineNetCents !== undefined && (
        <span className="cart-amount number">{format.money(item.lineNetCents, currency)}</span>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={texts.remove(name)}
        onClick={() => void remove()}
      >
        <Trash2 size={18} aria-hidden />
      </button>
    </li>
  );
}

/** In the order of the cart; the lines of a printer together. */
function byPrinter(items: readonly CartItem[]): CartItem[][] {
  const groups = new Map<string, CartItem[]>();
  for (const item of items) {
    const printer = item.printer?.id ?? '';
    groups.set(printer, [...(groups.get(printer) ?? []), item]);
  }
  return [...groups.values()];
}

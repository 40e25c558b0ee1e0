import { Minus, Plus } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTexts } from '../../i18n';
import { useAnnounce } from '../../ui/status';
import { beforeCheckout, type LineKey, MAX_OF_A_LINE, putLine } from './cart';
import { useAnnounceRefusal } from './refusal';

const AFTER_CHANGE_MS = 400;

interface QuantityProps {
  readonly line: LineKey;
  readonly name: string;
  readonly quantity: number;
}

/** How many of a line: typed or one by one. What is sent waits for a pause, so that five presses are one request. */
export function Quantity({ line, name, quantity }: QuantityProps): ReactNode {
  const { shops } = useTexts();
  const { cart } = shops;
  const announce = useAnnounce();
  const announceRefusal = useAnnounceRefusal();
  // What is typed or pressed and not yet in the cart.
  const [typed, setTyped] = useState<string>();
  const timer = useRef<number>(undefined);
  const sending = useRef<{ readonly next: number; readonly done: Promise<void> }>(undefined);
  const wanted = typed ?? String(quantity);

  const write = async (value: string): Promise<void> => {
    clearTimeout(timer.current);
    const next = Number(value);
    if (sending.current?.next === next) return sending.current.done;
    try {
      if (isQuantity(next) && next !== quantity) {
        const done = putLine(line, next);
        sending.current = { next, done };
        await done;
        announce(cart.changed(name, next));
      }
    } finally {
      sending.current = undefined;
      // From here on the cart says it; half typed, nothing has changed.
      setTyped((now) => (now === value ? undefined : now));
    }
  };
  const send = (value: string): void => void write(value).catch(announceRefusal);
  const flush = useEffectEvent(async () => {
    if (typed === undefined) return undefined;
    await write(typed);
    return { ...line, quantity: isQuantity(Number(typed)) ? Number(typed) : quantity };
  });
  const leave = useEffectEvent(() => typed !== undefined && send(typed));
  useEffect(() => {
    const forget = beforeCheckout(() => flush());
    return () => {
      forget();
      // Whoever leaves the page has not taken back what was typed.
      leave();
    };
  }, []);
  const change = (value: string): void => {
    setTyped(value);
    clearTimeout(timer.current);
    if (isQuantity(Number(value))) timer.current = window.setTimeout(() => send(value), AFTER_CHANGE_MS);
  };
  const step = (by: number): void => {
    const now = Number(wanted);
    const next = (isQuantity(now) ? now : quantity) + by;
    if (isQuantity(next)) change(String(next));
  };
  return (
    <div className="quantity" role="group" aria-label={cart.quantityOf(name)}>
      <button
        type="button"
        className="icon-button"
        aria-label={cart.less(name)}
        aria-disabled={Number(wanted) <= 1}
        onClick={() => step(-1)}
      >
        <Minus size={18} aria-hidden />
      </button>
      <input
        className="input number"
        inputMode="numeric"
        aria-label={cart.quantityOf(name)}
        value={wanted}
        maxLength={3}
        onInput={({ currentTarget }) => change(currentTarget.value)}
        onBlur={() => send(wanted)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          send(wanted);
        }}
      />
      <button
        type="button"
        className="icon-button"
        aria-label={cart.more(name)}
        aria-disabled={Number(wanted) >= MAX_OF_A_LINE}
        onClick={() => step(1)}
      >
        <Plus size={18} aria-hidden />
      </button>
    </div>
  );
}

function isQuantity(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= MAX_OF_A_LINE;
}

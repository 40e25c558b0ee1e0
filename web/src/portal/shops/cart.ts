import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { putCartItemDto as limits } from '../../api/portal-constraints';
import { keepAnswer, queries, readNow } from '../../api/queries';
import { type Cart, type CartItem, cartQuery, type Shop } from './queries';

/** What tells the lines of a cart apart: in the printer shop each belongs to a printer. */
export interface LineKey {
  readonly articleId: string;
  readonly printerId?: string;
}

export const MAX_OF_A_LINE = limits.quantity.maximum;

/** Writes follow one another, so that what is shown last is what the cart holds. */
let writing: Promise<unknown> = Promise.resolve();
/** A quantity that was typed or pressed. */
type Wanted = LineKey & { readonly quantity: number };
/** Each sends at once what waits for a pause, and says what that was. */
type SendNow = () => Promise<Wanted | undefined>;
const unsent = new Set<SendNow>();

/** There are no events of carts: what is done in one tab, the others are told by it. */
const otherTabs = new BroadcastChannel('carts');
otherTabs.onmessage = () => {
  for (const operation of ['getCart', 'getPortalOverview']) {
    void queries.invalidateQueries({ queryKey: [operation] });
  }
};

function enqueue<T>(write: () => Promise<T>): Promise<T> {
  const result = writing.then(write);
  writing = result.catch(() => undefined);
  return result;
}

/** @returns how to take it back */
export function beforeCheckout(send: SendNow): () => void {
  unsent.add(send);
  return () => void unsent.delete(send);
}

/**
 * Until the cart holds everything that was typed or pressed.
 * @returns the cart that is to be sent: with the quantities of who sends it, otherwise as it was shown
 * @throws Problem where a quantity was refused
 */
export async function allWritten(shown: Cart): Promise<Cart> {
  const wanted = await Promise.all([...unsent].map((send) => send()));
  await writing;
  const now = queries.getQueryData(cartQuery(shown.shop).queryKey);
  const items = shown.items.map((item) => ({ ...item, ...wanted.find((one) => one && isLine(item, one)) }));
  // If staff or another tab have changed more, what was shown is sent, and the server says line by line what is different.
  return now && agreedTo(now) === agreedTo({ ...shown, items }) ? now : shown;
}

/** What the user agrees to, as one text; the sums follow from it. */
function agreedTo({ mode, terms, items }: Pick<Cart, 'mode' | 'terms' | 'items'>): string {
  return JSON.stringify([
    mode,
    terms,
    items.map((item) => [
      item.articleId,
      item.printer?.id,
      item.quantity,
      item.name,
      item.number,
      item.kind,
      item.unit,
      item.netPriceCents,
      item.vatRatePercent,
      item.available,
    ]),
  ]);
}

export function keyOf({ articleId, printer }: CartItem): LineKey {
  return { articleId, printerId: printer?.id };
}

/** How many of something are in the cart. */
export function useQuantity(key: LineKey): number {
  const { data: cart } = useQuery(cartQuery(shopOf(key)));
  return cart ? quantityIn(cart, key) : 0;
}

/** Puts one more into the cart. @returns how many there are now. @throws Problem */
export function addOne(key: LineKey): Promise<number> {
  return enqueue(async () => {
    // Another tab may have put some there.
    const cart = await cartNow(key);
    const quantity = Math.min(quantityIn(cart, key) + 1, MAX_OF_A_LINE);
    await put(key, quantity);
    return quantity;
  });
}

/** Without retries: after a click, a missing answer is reported at once. @throws Problem, Unreachable */
function cartNow(key: LineKey): Promise<Cart> {
  return readNow({ ...cartQuery(shopOf(key)), retry: false });
}

function shopOf({ printerId }: LineKey): Shop {
  return printerId === undefined ? 'ONLINE_SHOP' : 'PRINTER_SHOP';
}

function quantityIn({ items }: Cart, key: LineKey): number {
  return items.find((item) => isLine(item, key))?.quantity ?? 0;
}

function isLine({ articleId, printer }: CartItem, key: LineKey): boolean {
  return articleId === key.articleId && printer?.id === key.printerId;
}

/** @throws Problem */
export function putLine(key: LineKey, quantity: number): Promise<void> {
  return enqueue(() => put(key, quantity));
}

async function put({ articleId, printerId }: LineKey, quantity: number): Promise<void> {
  keep(
    unwrap(
      printerId === undefined
        ? await api.PUT('/api/v1/portal/online-shop/cart/items/{articleId}', {
            params: { path: { articleId } },
            body: { quantity },
          })
        : await api.PUT('/api/v1/portal/printer-shop/cart/items/{printerId}/{articleId}', {
            params: { path: { printerId, articleId } },
            body: { quantity },
          }),
    ),
  );
}

/** @throws Problem */
export function removeLine(key: LineKey): Promise<void> {
  return enqueue(() => remove(key));
}

async function remove(key: LineKey): Promise<void> {
  const { articleId, printerId } = key;
  const answer =
    printerId === undefined
      ? await api.DELETE('/api/v1/portal/online-shop/cart/items/{articleId}', {
          params: { path: { articleId } },
        })
      : await api.DELETE('/api/v1/portal/printer-shop/cart/items/{printerId}/{articleId}', {
          params: { path: { printerId, articleId } },
        });
  // Removed already, in another tab or by the first of two clicks, is removed; a closed shop has no cart to show either.
  if (answer.response.status !== 404) unwrap(answer);
  keep(await cartNow(key));
}

/** What the API answers is the whole cart. */
export function keep(cart: Cart): void {
  keepAnswer(cartQuery(cart.shop).queryKey, cart);
  void queries.invalidateQueries({ queryKey: ['getPortalOverview'] });
  tellOtherTabs();
}

/** A cart is another one now, or has been sent. */
export function tellOtherTabs(): void {
  otherTabs.postMessage('changed');
}

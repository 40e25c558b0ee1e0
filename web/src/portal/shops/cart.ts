import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import { type Cart, type CartItem, cartQuery, type Shop } from './queries';

/** What tells the lines of a cart apart: in the printer shop each belongs to a printer. */
export interface LineKey {
  readonly articleId: string;
  readonly printerId?: string;
}

export const MOST_OF_A_LINE = 999;

export function keyOf({ articleId, printer }: CartItem): LineKey {
  return { articleId, printerId: printer?.id };
}

/** How many of something are in the cart. */
export function useQuantity(key: LineKey): number {
  const { data: cart } = useQuery(cartQuery(shopOf(key)));
  return cart ? quantityIn(cart, key) : 0;
}

/** Puts one more into the cart. @returns how many there are now. @throws Problem */
export async function addOne(key: LineKey): Promise<number> {
  const quantity = Math.min(quantityIn(await queries.query(cartQuery(shopOf(key))), key) + 1, MOST_OF_A_LINE);
  await putLine(key, quantity);
  return quantity;
}

function shopOf({ printerId }: LineKey): Shop {
  return printerId === undefined ? 'ONLINE_SHOP' : 'PRINTER_SHOP';
}

function quantityIn({ items }: Cart, { articleId, printerId }: LineKey): number {
  return items.find((item) => item.articleId === articleId && item.printer?.id === printerId)?.quantity ?? 0;
}

/** @throws Problem */
export async function putLine({ articleId, printerId }: LineKey, quantity: number): Promise<void> {
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
export async function removeLine(key: LineKey): Promise<void> {
  const { articleId, printerId } = key;
  const answer =
    printerId === undefined
      ? await api.DELETE('/api/v1/portal/online-shop/cart/items/{articleId}', {
          params: { path: { articleId } },
        })
      : await api.DELETE('/api/v1/portal/printer-shop/cart/items/{printerId}/{articleId}', {
          params: { path: { printerId, articleId } },
        });
  unwrap(answer);
  await queries.invalidateQueries(cartQuery(shopOf(key)));
}

/** What the API answers is the whole cart. */
export function keep(cart: Cart): void {
  queries.setQueryData(cartQuery(cart.shop).queryKey, cart);
  void queries.invalidateQueries({ queryKey: ['getPortalOverview'] });
}

/** Where the carts are. Of its own file, so that an order leads there without the shops being loaded. */
export const CART_PATHS = {
  ONLINE_SHOP: '/p/$slug/online-shop/cart',
  PRINTER_SHOP: '/p/$slug/printer-shop/cart',
} as const;

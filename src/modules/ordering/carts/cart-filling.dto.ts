import { Id, WholeNumber } from '../../../platform/http/validation/fields';
import { NestedList } from '../../../platform/http/validation/list-fields';
import type { CopiedOrder } from './cart-filling';
import { MAX_QUANTITY } from '../shop';
import { CartDto, presentCart } from './cart.dto';

const MAX_AT_ONCE = 100;

export class OnlineShopCartLineDto {
  @Id()
  articleId: string;

  @WholeNumber(1, MAX_QUANTITY, { example: 2 })
  quantity: number;
}

export class PutOnlineShopCartItemsDto {
  @NestedList(() => OnlineShopCartLineDto, { max: MAX_AT_ONCE })
  items: OnlineShopCartLineDto[];
}

export class PrinterShopCartLineDto extends OnlineShopCartLineDto {
  @Id()
  printerId: string;
}

export class PutPrinterShopCartItemsDto {
  @NestedList(() => PrinterShopCartLineDto, { max: MAX_AT_ONCE })
  items: PrinterShopCartLineDto[];
}

export class CopyOrderDto {
  /** Eine Bestellung oder Angebotsanfrage dieses Shops. */
  @Id()
  orderId: string;
}

/** Eine Position, die es so nicht mehr gibt. */
export class MissingLineDto {
  /** @example TN-3600 */
  number: string;
  /** @example Brother TN-3600 Toner schwarz */
  name: string;
  printerName: string | null;
  /** @example 2 */
  quantity: number;
  reason: 'NOT_IN_SHOP' | 'PRINTER_NOT_AVAILABLE' | 'DOES_NOT_FIT';
}

/** Der Warenkorb danach, und was nicht hineinkam. */
export class CopiedOrderDto {
  cart: CartDto;
  missing: MissingLineDto[];
}

export function presentCopiedOrder({ cart, missing }: CopiedOrder): CopiedOrderDto {
  return {
    cart: presentCart(cart),
    missing: missing.map(({ number, name, printerName, quantity, reason }) => ({
      number,
      name,
      printerName,
      quantity,
      reason,
    })),
  };
}

import type { Printer } from '../../inventory';
import { presentShopArticle, ShopArticleDto } from '../../ordering';
import type { PrinterAccessory } from '../printer-shop-printers';

export class PrinterShopModelDto {
  id: string;
  /** @example Brother */
  manufacturer: string;
  /** @example HL-L5210DN */
  name: string;
}

/** Ein Drucker des Kunden. */
export class PrinterShopPrinterDto {
  id: string;
  /** @example Drucker Empfang */
  name: string;
  model: PrinterShopModelDto;
  /** @example Standort Köln */
  location: string | null;
  /** @example Empfang */
  room: string | null;
  /** @example E78287A1N123456 */
  serialNumber: string | null;
  /** @example INV-0042 */
  assetTag: string | null;
  /** Wer ihn benutzt. @example Petra Müller */
  userName: string | null;
}

export class PrinterShopPrinterListDto {
  items: PrinterShopPrinterDto[];
  nextCursor?: string;
  totalCount?: number;
}

/** Zubehör, das zu dem Drucker passt. */
export class PrinterAccessoryDto extends ShopArticleDto {
  /** @example Toner schwarz */
  kind: string;
  /** @example 3000 */
  yieldPages: number | null;
  /**
   * Dasselbe ist für diesen Drucker seit diesem Tag schon bestellt oder angefragt: offen, oder vor höchstens 14 Tagen
   * angenommen.
   * @example 2026-11-20
   */
  openRequestSince?: string;
}

export class PrinterAccessoryListDto {
  items: PrinterAccessoryDto[];
}

export function presentPrinter(printer: Printer): PrinterShopPrinterDto {
  const { id, manufacturer, name } = printer.model;
  return {
    id: printer.id,
    name: printer.name,
    model: { id, manufacturer, name },
    location: printer.location,
    room: printer.room,
    serialNumber: printer.serialNumber,
    assetTag: printer.assetTag,
    userName: printer.userName,
  };
}

export function presentAccessory(accessory: PrinterAccessory): PrinterAccessoryDto {
  const { kind, yieldPages, openRequestSince } = accessory;
  return Object.assign(presentShopArticle(accessory), { kind, yieldPages, openRequestSince });
}

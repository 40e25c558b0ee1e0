import { ListQuery } from '../../../platform/http/paging/list-query.dto';
import { Optional, Text } from '../../../platform/http/validation/fields';
import type { PrinterModel } from './printer-model.entity';

export class ListPrinterModelsQuery extends ListQuery {
  /** Hersteller oder Modell, auch nur der Anfang; Tippfehler stören nicht. */
  @Optional()
  @Text({ max: 100 })
  search?: string;
}

export class CreatePrinterModelDto {
  @Text({ max: 100, example: 'Brother' })
  manufacturer: string;

  /** Zusammen mit dem Hersteller nur einmal; Groß- und Kleinschreibung und die Art von Leerzeichen und Strichen zählen nicht. */
  @Text({ max: 100, example: 'HL-L2350DW (neu)' })
  name: string;
}

/** Was sich ändern soll; was fehlt, bleibt. */
export class UpdatePrinterModelDto {
  @Optional()
  @Text({ max: 100, example: 'Brother' })
  manufacturer?: string;

  @Optional()
  @Text({ max: 100, example: 'HL-L2350DW' })
  name?: string;
}

/** Ein Druckermodell. */
export class PrinterModelDto {
  id: string;
  /** Stand; als ETag in If-Match zu senden. */
  version: number;
  /** @example Brother */
  manufacturer: string;
  /** @example HL-L2350DW */
  name: string;
  /** Wie viele Artikel als Zubehör hinterlegt sind, auch inaktive. */
  accessoryCount: number;
  createdAt: Date;
  updatedAt: Date;
}

export class PrinterModelListDto {
  items: PrinterModelDto[];
  nextCursor?: string;
  totalCount?: number;
}

/** What the list reads of a printer model. */
export type PrinterModelRow = Omit<PrinterModel, 'tenantId' | 'sortName'>;

export function presentPrinterModel(model: PrinterModelRow, accessoryCount = 0): PrinterModelDto {
  return {
    id: model.id,
    version: model.version,
    manufacturer: model.manufacturer,
    name: model.name,
    accessoryCount,
    createdAt: model.createdAt,
    updatedAt: model.updatedAt,
  };
}

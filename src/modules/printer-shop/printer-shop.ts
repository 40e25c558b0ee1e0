import { Injectable } from '@nestjs/common';
import type { ContactActor } from '../../platform/context/actor';
import { currentActor } from '../../platform/context/context';
import { AccessoriesReader, type OfferedAccessory } from '../catalog';
import { type Printer, PrintersReader } from '../inventory';
import type { LineKey, Offered, Shop } from '../ordering';

/** The printer shop sells what fits the customer's printers; no article needs to be in the online shop for that. */
@Injectable()
export class PrinterShop implements Shop {
  readonly kind = 'PRINTER_SHOP';

  constructor(
    private readonly printers: PrintersReader,
    private readonly accessories: AccessoriesReader,
  ) {}

  async offers(lines: readonly LineKey[], withPrices: boolean): Promise<(line: LineKey) => Offered> {
    const { customerId } = currentActor() as ContactActor;
    const ids = lines.flatMap(({ printerId }) => (printerId === null ? [] : [printerId]));
    const printers = await this.printers.byIds(customerId, ids);
    const fitting = await this.fitting([...printers.values()], withPrices);
    const others = lines.filter((line) => !fitting.has(fitOf(line, printers)));
    const incompatibleAccessories = await this.accessories.among(others.map(({ articleId }) => articleId));
    return (line) => {
      const printer = printers.get(line.printerId ?? '');
      if (!printer) return { reason: 'PRINTER_NOT_AVAILABLE' };
      const accessory = fitting.get(fitOf(line, printers));
      if (accessory) return offerOf(accessory, printer);
      return { reason: incompatibleAccessories.has(line.articleId) ? 'DOES_NOT_FIT' : 'NOT_IN_SHOP' };
    };
  }

  /** By model and article. */
  private async fitting(
    printers: readonly Printer[],
    withPrices: boolean,
  ): Promise<ReadonlyMap<string, OfferedAccessory>> {
    const accessories = await this.accessories.of(
      printers.map(({ model }) => model.id),
      withPrices,
    );
    return new Map(
      accessories.map((accessory) => [`${accessory.printerModelId}:${accessory.id}`, accessory]),
    );
  }
}

function fitOf({ articleId, printerId }: LineKey, printers: ReadonlyMap<string, Printer>): string {
  return `${printers.get(printerId ?? '')?.model.id ?? ''}:${articleId}`;
}

function offerOf(accessory: OfferedAccessory, printer: Printer): Offered {
  const { number, name, unit, kind, vatRatePermille, netPriceCents } = accessory;
  const { id, model, location, room, serialNumber } = printer;
  return {
    number,
    name,
    unit,
    kind,
    vatRatePermille,
    netPriceCents,
    printer: {
      id,
      name: printer.name,
      model: `${model.manufacturer} ${model.name}`,
      location,
      room,
      serialNumber,
    },
  };
}

import { Injectable } from '@nestjs/common';
import type { VersionedDownload } from '../../files/versioned-file';
import type { Page } from '../../platform/http/paging/keyset-list';
import { notFound } from '../../platform/errors';
import { AccessoriesReader, type OfferedAccessory, OfferedArticlesReader } from '../catalog';
import { type Printer, type PrintersQuery, PrintersReader } from '../inventory';
import { OpenRequests, ShopAccess } from '../ordering';

/** An accessory of a printer; since when the company waits for it already. */
export interface PrinterAccessory extends OfferedAccessory {
  /** A day, e.g. 2026-11-20. */
  readonly openRequestSince?: string;
}

/** What the acting contact sees of the printer shop: the printers of the company and what fits them. */
@Injectable()
export class PrinterShopPrinters {
  constructor(
    private readonly access: ShopAccess,
    private readonly printers: PrintersReader,
    private readonly accessories: AccessoriesReader,
    private readonly articles: OfferedArticlesReader,
    private readonly openRequests: OpenRequests,
  ) {}

  /** @throws notFound where the shop is closed */
  async page(query: PrintersQuery): Promise<Page<Printer>> {
    const { customerId } = await this.access.open('PRINTER_SHOP');
    return this.printers.page(customerId, query);
  }

  /** @throws notFound where the shop is closed or the company has no such printer */
  async get(id: string): Promise<Printer> {
    const [, printer] = await this.access.openInParallelWith('PRINTER_SHOP', async ({ customerId }) =>
      (await this.printers.byIds(customerId, [id])).get(id),
    );
    if (!printer) throw notFound();
    return printer;
  }

  /** @throws notFound where the shop is closed or the company has no such printer */
  async accessoriesOf(printerId: string): Promise<PrinterAccessory[]> {
    const [{ showPrices }, [modelId, since]] = await this.access.openInParallelWith(
      'PRINTER_SHOP',
      ({ customerId }) =>
        Promise.all([
          this.printers.modelIdOf(customerId, printerId),
          this.openRequests.since(customerId, [printerId]),
        ]),
    );
    if (modelId === undefined) throw notFound();
    const accessories = await this.accessories.of([modelId], showPrices);
    return accessories.map((accessory) => ({
      ...accessory,
      openRequestSince: since({ articleId: accessory.id, printerId }),
    }));
  }

  /** @throws notFound where the shop is closed, nothing such fits the printer or there is no image of it */
  async imageOf(printerId: string, articleId: string): Promise<VersionedDownload> {
    const accessories = await this.accessoriesOf(printerId);
    const image = accessories.some(({ id }) => id === articleId)
      ? await this.articles.image(articleId)
      : undefined;
    if (!image) throw notFound();
    return image;
  }
}

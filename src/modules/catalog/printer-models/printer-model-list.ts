import { Injectable } from '@nestjs/common';
import { KeysetList, type Page, searchIn } from '../../../platform/http/paging/keyset-list';
import {
  type ListPrinterModelsQuery,
  type PrinterModelDto,
  type PrinterModelRow,
  presentPrinterModel,
} from './printer-model.dto';
import { Accessories } from './accessories';
import type { PrinterModel } from './printer-model.entity';
import { PrinterModelsService } from './printer-models.service';

const SORTS = {
  name: { by: 't.sort_name', type: 'text', direction: 'ASC' },
  relevance: { by: 's.rank', type: 'real', direction: 'DESC' },
} as const;

/** Printer models as staff see them, with how many accessories each has. */
@Injectable()
export class PrinterModelList {
  constructor(
    private readonly lists: KeysetList,
    private readonly models: PrinterModelsService,
    private readonly accessories: Accessories,
  ) {}

  async page(query: ListPrinterModelsQuery): Promise<Page<PrinterModelDto>> {
    const { search } = query;
    const page = await this.lists.page<PrinterModelRow, keyof typeof SORTS>({
      select: `t.id, t.version, t.manufacturer, t.name, t.created_at AS "createdAt", t.updated_at AS "updatedAt"`,
      from: 'printer_models t',
      search: searchIn('printer_models', search),
      where: [],
      parameters: [],
      sorts: SORTS,
      sort: search ? 'relevance' : 'name',
      query,
    });
    const counts = await this.accessories.counts(page.items.map(({ id }) => id));
    return {
      ...page,
      items: page.items.map((model) => presentPrinterModel(model, counts.get(model.id))),
    };
  }

  /** @throws notFound */
  async detail(id: string): Promise<PrinterModelDto> {
    return this.shown(await this.models.get(id));
  }

  async shown(model: PrinterModel): Promise<PrinterModelDto> {
    const counts = await this.accessories.counts([model.id]);
    return presentPrinterModel(model, counts.get(model.id));
  }
}

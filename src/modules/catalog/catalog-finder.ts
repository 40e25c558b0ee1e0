import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../platform/database';
import { bestFound, type Found, type Wanted } from '../../platform/search/best-found';

/** Articles and printer models, for the search over everything. */
@Injectable()
export class CatalogFinder {
  constructor(private readonly transactions: TransactionService) {}

  articles(wanted: Wanted): Promise<Found[]> {
    const shown = {
      number: 't.number',
      title: 't.name',
      detail: `concat_ws(' ', t.manufacturer, t.manufacturer_number)`,
    };
    return bestFound(this.transactions, 'articles', shown, wanted);
  }

  printerModels(wanted: Wanted): Promise<Found[]> {
    const shown = { title: `t.manufacturer || ' ' || t.name` };
    return bestFound(this.transactions, 'printer_models', shown, wanted);
  }
}

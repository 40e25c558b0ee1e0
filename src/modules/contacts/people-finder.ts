import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../platform/database';
import { bestFound, type Found, type Wanted } from '../../platform/search/best-found';

/** Customers and their contacts, for the search over everything. */
@Injectable()
export class PeopleFinder {
  constructor(private readonly transactions: TransactionService) {}

  customers(wanted: Wanted): Promise<Found[]> {
    const shown = { number: 't.number', title: 't.name', detail: `concat_ws(' ', t.postal_code, t.city)` };
    return bestFound(this.transactions, 'customers', shown, wanted);
  }

  contacts(wanted: Wanted): Promise<Found[]> {
    const shown = {
      title: `concat_ws(' ', t.first_name, t.last_name)`,
      detail: `concat_ws(' · ', t.email, coalesce(t.phone, t.mobile))`,
      customerId: 't.customer_id',
    };
    return bestFound(this.transactions, 'contacts', shown, wanted);
  }
}

import { Injectable } from '@nestjs/common';
import type { Found, Wanted } from '../../platform/search/best-found';
import { CatalogFinder } from '../catalog';
import { ContactsReader, PeopleFinder } from '../contacts';
import { DevicesReader } from '../inventory';
import { OrdersReader } from '../ordering';
import { TicketsReader } from '../tickets';
import type { SearchHitDto } from './search.dto';

/** Of each kind. */
const MOST = 5;

type Kind = SearchHitDto['kind'];
type Hit = Found & { readonly kind: Kind };

/** One search over everything that staff look for: a statement for each kind, at the same time, and one for the customers. */
@Injectable()
export class SearchReader {
  private readonly kinds: readonly (readonly [Kind, (wanted: Wanted) => Promise<Found[]>])[];

  constructor(
    private readonly customers: ContactsReader,
    people: PeopleFinder,
    catalog: CatalogFinder,
    devices: DevicesReader,
    tickets: TicketsReader,
    orders: OrdersReader,
  ) {
    this.kinds = [
      ['CUSTOMER', (wanted) => people.customers(wanted)],
      ['CONTACT', (wanted) => people.contacts(wanted)],
      ['TICKET', (wanted) => tickets.found(wanted)],
      ['ORDER', (wanted) => orders.found(wanted)],
      ['ARTICLE', (wanted) => catalog.articles(wanted)],
      ['DEVICE', (wanted) => devices.found(wanted)],
      ['PRINTER_MODEL', (wanted) => catalog.printerModels(wanted)],
    ];
  }

  /** The kind with the best hit comes first; what only resembles is looked for where there is nothing else. */
  async find(words: string): Promise<SearchHitDto[]> {
    const fitting = await this.hits({ words, most: MOST, alike: false });
    return this.present(fitting.length > 0 ? fitting : await this.hits({ words, most: MOST, alike: true }));
  }

  private async hits(wanted: Wanted): Promise<Hit[]> {
    const found = await Promise.all(
      this.kinds.map(async ([kind, find]) => (await find(wanted)).map((one): Hit => ({ ...one, kind }))),
    );
    return found.sort((a, b) => bestOf(b) - bestOf(a)).flat();
  }

  private async present(hits: readonly Hit[]): Promise<SearchHitDto[]> {
    const customers = await this.customers.customerNames(hits.flatMap(({ customerId }) => customerId ?? []));
    return hits.map(({ kind, id, number, title, detail, customerId }) => ({
      kind,
      id,
      number,
      title,
      detail,
      customer: customers.get(customerId ?? '') ?? null,
    }));
  }
}

/** Whole ranks alone are compared: how alike texts of two kinds are says little. */
function bestOf([best]: readonly Hit[]): number {
  return Math.floor(best?.rank ?? -1);
}

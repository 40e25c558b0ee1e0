import { Injectable } from '@nestjs/common';
import { KeysetList, type Page } from '../../../platform/http/paging/keyset-list';
import type { OrderSort } from './portal-order.dto';
import type { ListOrdersQuery, OrderDto } from './staff-order.dto';
import { conditionsFor, ORDER_LIST_SORTS } from './order-filter';
import { OrderParties } from './order-parties';
import { ORDER_COLUMNS, type OrderRow, presentOrder } from './order-row';
import { orderSearch } from './order-search';

/** Orders and quote requests of all customers, for staff. */
@Injectable()
export class StaffOrdersReader {
  constructor(
    private readonly lists: KeysetList,
    private readonly parties: OrderParties,
  ) {}

  async page(query: ListOrdersQuery): Promise<Page<OrderDto>> {
    const { customerId, contactId, kind, shop, status, search, sort = '-createdAt' } = query;
    const page = await this.lists.page<OrderRow, OrderSort>({
      select: ORDER_COLUMNS,
      from: 'orders t',
      ...conditionsFor({
        customerId,
        contactId,
        kind,
        shop,
        status,
      }),
      search: orderSearch(search),
      sorts: ORDER_LIST_SORTS,
      sort,
      query,
    });
    const contactOf = await this.parties.contactsOf(page.items.map((order) => order.contactId));
    const customerOf = await this.parties.customersOf(page.items.map((order) => order.customerId));
    return {
      ...page,
      items: page.items.map((order) =>
        Object.assign(presentOrder(order, contactOf(order.contactId)), {
          customer: customerOf(order.customerId),
        }),
      ),
    };
  }
}

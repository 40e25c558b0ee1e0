import { Injectable } from '@nestjs/common';
import { scopeOf } from '../../../platform/context/actor-scope.policy';
import { currentActor } from '../../../platform/context/context';
import { KeysetList, type Page } from '../../../platform/http/paging/keyset-list';
import type {
  ListPortalOrdersQuery,
  OrderSort,
  PortalOrderDetailDto,
  PortalOrderDto,
} from './portal-order.dto';
import { ActorOrders } from './actor-orders';
import { conditionsFor, ORDER_LIST_SORTS } from './order-filter';
import { OrderParties } from './order-parties';
import { orderSearch } from './order-search';
import { ORDER_COLUMNS, type OrderRow, presentOrder, presentOrderDetail } from './order-row';

/** Orders and quote requests as contacts see them, with the prices that they were shown or offered. */
@Injectable()
export class PortalOrdersReader {
  constructor(
    private readonly lists: KeysetList,
    private readonly orders: ActorOrders,
    private readonly parties: OrderParties,
  ) {}

  async page(query: ListPortalOrdersQuery): Promise<Page<PortalOrderDto>> {
    const { kind, shop, status, search, sort = '-createdAt' } = query;
    const page = await this.lists.page<OrderRow, OrderSort>({
      select: ORDER_COLUMNS,
      from: 'orders t',
      ...conditionsFor({ ...scopeOf(currentActor()), kind, shop, status }),
      search: orderSearch(search),
      sorts: ORDER_LIST_SORTS,
      sort,
      query,
    });
    const contactOf = await this.parties.contactsOf(page.items.map(({ contactId }) => contactId));
    return { ...page, items: page.items.map((order) => presentOrder(order, contactOf(order.contactId))) };
  }

  /** @throws notFound */
  async detail(id: string): Promise<PortalOrderDetailDto> {
    const order = await this.orders.get(id);
    // They do not need one another, so they are asked for at the same time.
    const [contactOf, lines, counterpart] = await Promise.all([
      this.parties.contactsOf([order.contactId]),
      this.orders.linesOf(order),
      this.orders.counterpartOf(order),
    ]);
    return presentOrderDetail(order, contactOf(order.contactId), lines, counterpart);
  }
}

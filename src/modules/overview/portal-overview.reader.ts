import { Injectable } from '@nestjs/common';
import { currentContact } from '../../platform/context/context';
import { CartCountsReader, OpenOrdersReader } from '../ordering';
import { TicketCountsReader, UploadLimits } from '../tickets';
import type { PortalOverviewDto } from './dto/portal-overview.dto';

/** What waits for a contact, in four statements however much there is. */
@Injectable()
export class PortalOverviewReader {
  constructor(
    private readonly tickets: TicketCountsReader,
    private readonly orders: OpenOrdersReader,
    private readonly carts: CartCountsReader,
    private readonly uploadLimits: UploadLimits,
  ) {}

  /** The parts do not need one another, so they are asked for at the same time. */
  async current(): Promise<PortalOverviewDto> {
    const { id, customerId } = currentContact();
    const [tickets, { openOrders, offersToAnswer }, carts] = await Promise.all([
      this.tickets.current(),
      this.orders.current(),
      this.carts.of(id, customerId),
    ]);
    return {
      waitingForMe: tickets.waitingForMe,
      running: tickets.running,
      unread: tickets.unread,
      offersToAnswer: offersToAnswer.map(({ orderId, number, validUntil }) => ({
        orderId,
        number,
        validUntil,
      })),
      carts: {
        onlineShop: carts.get('ONLINE_SHOP') ?? null,
        printerShop: carts.get('PRINTER_SHOP') ?? null,
      },
      openOrders,
      uploads: this.uploadLimits.current(),
    };
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../config/config';
import { CONFIG } from '../../config/config.module';
import { currentActor } from '../../platform/context/context';
import { forbidden } from '../../platform/errors';
import { CartCountsReader, OpenOrdersReader } from '../ordering';
import { MAX_ATTACHMENTS, MAX_UPLOADS_NAMED, TicketCountsReader } from '../tickets';
import type { PortalOverviewDto } from './dto/portal-overview.dto';

/** What waits for a contact, in four statements however much there is. */
@Injectable()
export class PortalOverviewService {
  constructor(
    private readonly tickets: TicketCountsReader,
    private readonly orders: OpenOrdersReader,
    private readonly carts: CartCountsReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The parts do not need one another, so they are asked for at the same time. */
  async current(): Promise<PortalOverviewDto> {
    const actor = currentActor();
    if (actor.kind !== 'CONTACT') throw forbidden();
    const [tickets, { openOrders, offersToAnswer }, carts] = await Promise.all([
      this.tickets.current(),
      this.orders.current(),
      this.carts.of(actor.id, actor.customerId),
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
      uploads: {
        maxBytes: this.config.limits.attachment,
        maxPerTicket: MAX_ATTACHMENTS,
        maxPerMessage: MAX_UPLOADS_NAMED,
      },
    };
  }
}

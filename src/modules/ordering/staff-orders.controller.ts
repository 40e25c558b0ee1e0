import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/http/requires';
import { RenewOfferDto } from './dto/offer.dto';
import { ListOrdersQuery, OrderDetailDto, OrderListDto } from './dto/staff-order.dto';
import { OrderDecisions } from './offers/order-decisions';
import {
  offerDateInvalid,
  offerIncomplete,
  offerMissing,
  offerStillValid,
  orderAlreadyDecided,
} from './ordering.errors';
import { OrdersReader } from './orders/orders.reader';
import { StaffOrdersReader } from './orders/staff-orders.reader';

@ApiTags('Bestellungen und Angebotsanfragen')
@Controller('api/v1/staff/orders')
export class StaffOrdersController {
  constructor(
    private readonly list: StaffOrdersReader,
    private readonly orders: OrdersReader,
    private readonly decisions: OrderDecisions,
  ) {}

  @Get()
  @Requires('STAFF', {
    id: 'listOrders',
    summary: 'Bestellungen und Angebotsanfragen auflisten und suchen',
    description:
      'Ohne Filter die aller Kunden, die neuesten zuerst. Ob ein Angebot abgelaufen ist, steht in `offer`.',
  })
  async getPage(@Query() query: ListOrdersQuery): Promise<OrderListDto> {
    return this.list.page(query);
  }

  @Get(':id')
  @Requires('STAFF', {
    id: 'getOrder',
    summary: 'Bestellung oder Angebotsanfrage lesen',
    description:
      'Mit den Preisen, die der Kunde gesehen hat oder die ihm angeboten wurden, und den heutigen Listenpreisen.',
  })
  async get(@Param('id') id: string): Promise<OrderDetailDto> {
    return this.orders.forStaff(id);
  }

  @Put(':id/offer')
  @Requires('STAFF', {
    id: 'renewOffer',
    summary: 'Abgelaufenes Angebot durch ein neues ersetzen',
    description:
      'Das erste Angebot machen Sie im Postkorb. Ist es abgelaufen (`offer.expired`), ohne dass der Kunde geantwortet hat, machen Sie hier ein neues: mit einem Nettopreis für jede Position. Der Kunde erhält es per Mail und kann es wieder annehmen oder ablehnen.',
    errors: [offerMissing, offerStillValid, orderAlreadyDecided, offerDateInvalid, offerIncomplete],
  })
  async renewOffer(@Param('id') id: string, @Body() offer: RenewOfferDto): Promise<OrderDetailDto> {
    await this.decisions.renewOffer(id, offer);
    return this.orders.forStaff(id);
  }
}

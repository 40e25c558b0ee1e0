import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/http/requires';
import { CancellationsService } from './cancellations/cancellations.service';
import { TotalsDto } from './money/money.dto';
import { CancelOrderDto } from './orders/cancellation.dto';
import { OfferPricesDto, OfferProblem, RenewOfferDto, WithdrawOfferDto } from './orders/offer.dto';
import { ListOrdersQuery, OrderDetailDto, OrderListDto } from './orders/staff-order.dto';
import { OfferTotalsReader } from './offers/offer-totals.reader';
import { OrderDecisions } from './offers/order-decisions';
import {
  offerChanged,
  offerDateInvalid,
  offerIncomplete,
  offerMissing,
  offerIsWithdrawn,
  orderAlreadyDecided,
  orderUndecided,
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
    private readonly cancellations: CancellationsService,
    private readonly offerTotals: OfferTotalsReader,
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

  @Post(':id/offer-totals')
  @Requires('STAFF', {
    id: 'getOfferTotals',
    summary: 'Summen eines Angebots berechnen',
    description:
      'Was ein Angebot mit diesen Preisen netto, an Umsatzsteuer und brutto ergäbe. Es ändert nichts; das Angebot machen Sie danach im Postkorb.',
    status: 200,
    errors: [offerIncomplete],
  })
  async totals(@Param('id') id: string, @Body() { lines }: OfferPricesDto): Promise<TotalsDto> {
    return this.offerTotals.of(id, lines);
  }

  @Put(':id/offer')
  @Requires('STAFF', {
    id: 'renewOffer',
    summary: 'Angebot durch ein neues ersetzen',
    description:
      'Das erste Angebot machen Sie im Postkorb, ebenso ein weiteres, wenn der Kunde abgelehnt hat. Solange er nicht geantwortet hat, ersetzen Sie es hier durch ein neues: weil es abgelaufen ist (`offer.expired`), einen Fehler enthält oder zurückgezogen wurde. Nennen Sie mit `offerVersion` das Angebot, das Sie ersetzen, und einen Nettopreis für jede Position. Der Kunde erhält das neue per Mail und kann nur noch dieses annehmen oder ablehnen.',
    errors: [offerMissing, offerChanged, orderAlreadyDecided, offerDateInvalid, offerIncomplete],
    conflict: OfferProblem,
  })
  async renewOffer(@Param('id') id: string, @Body() offer: RenewOfferDto): Promise<OrderDetailDto> {
    await this.decisions.renewOffer(id, offer);
    return this.orders.forStaff(id);
  }

  @Put(':id/offer-withdrawal')
  @Requires('STAFF', {
    id: 'withdrawOffer',
    summary: 'Angebot zurückziehen',
    description:
      'Solange der Kunde nicht geantwortet hat. Er erhält eine Mail mit Ihrer Begründung und kann das Angebot nicht mehr annehmen. Ein neues machen Sie mit `PUT /staff/orders/{id}/offer`.',
    errors: [offerMissing, offerChanged, offerIsWithdrawn, orderAlreadyDecided],
    conflict: OfferProblem,
  })
  async withdrawOffer(
    @Param('id') id: string,
    @Body() withdrawal: WithdrawOfferDto,
  ): Promise<OrderDetailDto> {
    await this.decisions.withdrawOffer(id, withdrawal);
    return this.orders.forStaff(id);
  }

  @Put(':id/cancellation')
  @Requires('STAFF', {
    id: 'cancelOrder',
    summary: 'Bestellung stornieren',
    description:
      'Eine angenommene Bestellung, oder eine, die aus einem angenommenen Angebot wurde: Beide sind ein Vertrag und können nicht mehr abgelehnt, nur mit Begründung storniert werden. Der Kunde erhält eine Mail mit der Begründung. Worüber noch nicht entschieden ist, lehnen Sie im Postkorb ab.',
    errors: [orderUndecided, orderAlreadyDecided],
  })
  async cancel(@Param('id') id: string, @Body() { reason }: CancelOrderDto): Promise<OrderDetailDto> {
    await this.cancellations.cancel(id, reason);
    return this.orders.forStaff(id);
  }
}

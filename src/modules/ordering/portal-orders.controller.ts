import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/http/requires';
import { CancellationsService } from './cancellations/cancellations.service';
import { CancelPortalOrderDto } from './orders/cancellation.dto';
import { OfferProblem } from './orders/offer.dto';
import {
  AnswerOfferDto,
  ListPortalOrdersQuery,
  PortalOrderDetailDto,
  PortalOrderListDto,
} from './orders/portal-order.dto';
import { ANSWER_EXAMPLES } from './orders/answer-examples';
import { OfferAnswersService } from './offers/offer-answers.service';
import {
  offerChanged,
  offerExpired,
  offerMissing,
  offerIsWithdrawn,
  orderAlreadyDecided,
  orderBinding,
} from './ordering.errors';
import { PortalOrdersReader } from './orders/portal-orders.reader';

@ApiTags('Portal: Bestellungen')
@Controller('api/v1/portal/orders')
export class PortalOrdersController {
  constructor(
    private readonly orders: PortalOrdersReader,
    private readonly answers: OfferAnswersService,
    private readonly cancellations: CancellationsService,
  ) {}

  @Get()
  @Requires('CONTACT', {
    id: 'listPortalOrders',
    summary: 'Bestellungen und Angebotsanfragen auflisten',
    description: 'Hauptbenutzer sehen alle ihrer Firma, Benutzer ihre eigenen.',
  })
  async getPage(@Query() query: ListPortalOrdersQuery): Promise<PortalOrderListDto> {
    return this.orders.page(query);
  }

  @Get(':id')
  @Requires('CONTACT', {
    id: 'getPortalOrder',
    summary: 'Bestellung oder Angebotsanfrage lesen',
    description: 'Mit Positionen, Entscheidung und Angebot. Vereinbarte Preise bleiben lesbar.',
  })
  async get(@Param('id') id: string): Promise<PortalOrderDetailDto> {
    return this.orders.detail(id);
  }

  @Put(':id/offer-decision')
  @Requires('CONTACT', {
    id: 'answerOffer',
    rateLimited: true,
    summary: 'Angebot annehmen oder ablehnen',
    description:
      'Die Antwort ist endgültig und nennt mit `offerVersion` das Angebot, das angezeigt wurde; gibt es inzwischen ein anderes, ist die Antwort 409 mit dem, was sich geändert hat. Ein angenommenes Angebot wird zu einer verbindlichen Bestellung; ihre Nummer steht in der Antwort. Solange es gilt, kann es angenommen werden, auch wenn der Shop inzwischen abgeschaltet ist. Ein abgelaufenes Angebot kann nur noch abgelehnt werden.',
    errors: [offerMissing, offerChanged, offerIsWithdrawn, offerExpired, orderAlreadyDecided],
    conflict: OfferProblem,
  })
  @ApiBody({ type: AnswerOfferDto, examples: { ...ANSWER_EXAMPLES } })
  async answerOffer(@Param('id') id: string, @Body() body: AnswerOfferDto): Promise<PortalOrderDetailDto> {
    await this.answers.answer(id, body);
    return this.orders.detail(id);
  }

  @Put(':id/cancellation')
  @Requires('CONTACT', {
    id: 'cancelPortalOrder',
    rateLimited: true,
    summary: 'Bestellung oder Angebotsanfrage stornieren',
    description:
      'Solange das Systemhaus nicht entschieden hat. Hauptbenutzer stornieren auch, was Kollegen bestellt haben. Eine Bestellung aus einem angenommenen Angebot ist verbindlich; stornieren kann sie nur das Systemhaus.',
    errors: [orderAlreadyDecided, orderBinding],
  })
  async cancel(
    @Param('id') id: string,
    @Body() { reason }: CancelPortalOrderDto,
  ): Promise<PortalOrderDetailDto> {
    await this.cancellations.cancel(id, reason);
    return this.orders.detail(id);
  }
}

import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/http/requires';
import {
  AnswerOfferDto,
  ListPortalOrdersQuery,
  PortalOrderDetailDto,
  PortalOrderListDto,
} from './dto/portal-order.dto';
import { OfferAnswersService } from './offers/offer-answers.service';
import { offerExpired, offerMissing, orderAlreadyDecided } from './ordering.errors';
import { PortalOrdersReader } from './orders/portal-orders.reader';

@ApiTags('Portal: Bestellungen')
@Controller('api/v1/portal/orders')
export class PortalOrdersController {
  constructor(
    private readonly orders: PortalOrdersReader,
    private readonly answers: OfferAnswersService,
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
    summary: 'Angebot annehmen oder ablehnen',
    description:
      'Die Antwort ist endgültig. Ein angenommenes Angebot wird zu einer Bestellung; ihre Nummer steht in der Antwort. Ein abgelaufenes Angebot kann nur noch abgelehnt werden.',
    errors: [offerMissing, offerExpired, orderAlreadyDecided],
  })
  async answerOffer(@Param('id') id: string, @Body() body: AnswerOfferDto): Promise<PortalOrderDetailDto> {
    await this.answers.answer(id, body);
    return this.orders.detail(id);
  }
}

import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/http/requires';
import { ListOrdersQuery, OrderDetailDto, OrderListDto } from './dto/staff-order.dto';
import { OrdersReader } from './orders/orders.reader';
import { StaffOrdersReader } from './orders/staff-orders.reader';

@ApiTags('Bestellungen und Angebotsanfragen')
@Controller('api/v1/staff/orders')
export class StaffOrdersController {
  constructor(
    private readonly list: StaffOrdersReader,
    private readonly orders: OrdersReader,
  ) {}

  @Get()
  @Requires('STAFF', {
    id: 'listOrders',
    summary: 'Bestellungen und Angebotsanfragen auflisten und suchen',
    description: 'Ohne Filter die aller Kunden, die neuesten zuerst.',
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
}

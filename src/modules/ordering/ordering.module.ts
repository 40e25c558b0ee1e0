import { Module } from '@nestjs/common';
import { tenantRepositories } from '../../platform/database/tenant.repository';
import { ContactsModule } from '../contacts';
import { OfferAnswersService } from './offers/offer-answers.service';
import { OrderDecisions } from './offers/order-decisions';
import { ActorOrders } from './orders/actor-orders';
import { Order } from './orders/order.entity';
import { OrderLine } from './orders/order-line.entity';
import { OrderParties } from './orders/order-parties';
import { OrderPrices } from './orders/order-prices';
import { OrderRegister } from './orders/order-register';
import { OrderSearch } from './orders/order-search';
import { OrdersReader } from './orders/orders.reader';
import { PortalOrdersReader } from './orders/portal-orders.reader';
import { StaffOrdersReader } from './orders/staff-orders.reader';
import { PortalOrdersController } from './portal-orders.controller';
import { StaffOrdersController } from './staff-orders.controller';

@Module({
  imports: [ContactsModule],
  controllers: [PortalOrdersController, StaffOrdersController],
  providers: [
    ...tenantRepositories(Order, OrderLine),
    ActorOrders,
    OrderRegister,
    OrderPrices,
    OrderParties,
    OrderSearch,
    PortalOrdersReader,
    StaffOrdersReader,
    OrdersReader,
    OrderDecisions,
    OfferAnswersService,
  ],
  exports: [OrdersReader, OrderDecisions],
})
export class OrderingModule {}

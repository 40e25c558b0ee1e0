export { offerAnswered, orderDecided, orderSubmitted } from './events/order.events';
export { OrderDetailDto } from './dto/staff-order.dto';
export { type NewOffer, OrderDecisions } from './offers/order-decisions';
export {
  decisionDoesNotFit,
  offerDateInvalid,
  offerIncomplete,
  orderAlreadyDecided,
} from './ordering.errors';
export { OrderingModule } from './ordering.module';
export { type OrderKind, type OrderStatus } from './orders/order-status';
export { OrdersReader } from './orders/orders.reader';
export { type ShopKind } from './shop';

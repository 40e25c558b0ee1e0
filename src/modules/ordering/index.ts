export { ShopAccess } from './access/shop-access';
export { CustomerShopSettingsService } from './access/customer-shop-settings.service';
export { SavedAddressesService, type SavedAddressValues } from './addresses/saved-addresses.service';
export { CartCountsReader } from './carts/cart-counts.reader';
export { CartFilling } from './carts/cart-filling';
export { CartsService } from './carts/carts.service';
export { OpenRequests } from './carts/open-requests';
export { CancellationsService } from './cancellations/cancellations.service';
export { CartDto, presentCart, PutCartItemDto, SubmitCartDto } from './carts/cart.dto';
export {
  CopiedOrderDto,
  CopyOrderDto,
  presentCopiedOrder,
  PutOnlineShopCartItemsDto,
  PutPrinterShopCartItemsDto,
} from './carts/cart-filling.dto';
export { MAX_OFFERS, OfferLineDto, OfferProblem } from './orders/offer.dto';
export { PortalOrderDetailDto } from './orders/portal-order.dto';
export { presentCreatedOrder } from './orders/order-row';
export type { SubmittedOrder } from './orders/submitted-order';
export { presentShopArticle, ShopArticleDto } from './shop-article.dto';
export { OrderDetailDto } from './orders/staff-order.dto';
export { SubmissionProblem } from './submissions/submission-problem.dto';
export {
  offerAnswered,
  offerRenewed,
  offerWithdrawn,
  orderCancelled,
  orderDecided,
  orderSubmitted,
} from './orders/order.events';
export { OfferAnswersService } from './offers/offer-answers.service';
export { OrderDecisions } from './offers/order-decisions';
export {
  accessoryDoesNotFit,
  cartFull,
  cartLinesUnavailable,
  decisionDoesNotFit,
  offerChanged,
  offerDateInvalid,
  offerIncomplete,
  orderAlreadyDecided,
  orderBinding,
} from './ordering.errors';
export { OrderingModule } from './ordering.module';
export { wantedNumber as wantedOrderNumber } from './orders/order-number';
export { OpenOrdersReader } from './orders/open-orders.reader';
export { ContactOrders } from './orders/contact-orders';
export { OrdersReader } from './orders/orders.reader';
export { OrderStatistics } from './statistics/order-statistics';
export { type LineKey, type Offered, type Shop } from './shop';
export { SUBMISSION_ERRORS } from './submissions/refusals';
export { SubmissionsService } from './submissions/submissions.service';

export { ShopAccess } from './access/shop-access';
export { CustomerShopSettingsService } from './access/customer-shop-settings.service';
export { CartCountsReader } from './carts/cart-counts.reader';
export { CartFilling } from './carts/cart-filling';
export { CartsService } from './carts/carts.service';
export { OpenRequests } from './carts/open-requests';
export { CancellationsService } from './cancellations/cancellations.service';
export { CartDto, presentCart, PutCartItemDto, SubmitCartDto } from './dto/cart.dto';
export {
  CopiedOrderDto,
  CopyOrderDto,
  presentCopiedOrder,
  PutOnlineShopCartItemsDto,
  PutPrinterShopCartItemsDto,
} from './dto/cart-filling.dto';
export { MOST_OFFERS, OfferLineDto, OfferProblem } from './dto/offer.dto';
export { PortalOrderDetailDto } from './dto/portal-order.dto';
export { presentShopArticle, ShopArticleDto } from './dto/shop-article.dto';
export { OrderDetailDto } from './dto/staff-order.dto';
export { SubmissionProblem } from './dto/submission-problem.dto';
export {
  offerAnswered,
  offerRenewed,
  offerWithdrawn,
  orderCancelled,
  orderDecided,
  orderSubmitted,
} from './events/order.events';
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
export { OrdersReader } from './orders/orders.reader';
export { type LineKey, type Offered, type Shop } from './shop';
export { SUBMISSION_ERRORS, SubmissionsService } from './submissions/submissions.service';

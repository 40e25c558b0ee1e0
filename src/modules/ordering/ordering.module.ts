import { Module } from '@nestjs/common';
import { tenantRepositories } from '../../platform/database';
import { CatalogModule } from '../catalog';
import { ContactsModule } from '../contacts';
import { TenantsModule } from '../tenants';
import { CustomerShopSettings } from './access/customer-shop-settings.entity';
import { CustomerShopSettingsService } from './access/customer-shop-settings.service';
import { ShopAccess } from './access/shop-access';
import { ShopSwitchesReader } from './access/shop-switches.reader';
import { DeliveryAddressesController } from './addresses/delivery-addresses.controller';
import { SavedAddress } from './addresses/saved-address.entity';
import { SavedAddressesService } from './addresses/saved-addresses.service';
import { CancellationsService } from './cancellations/cancellations.service';
import { CartContents } from './carts/cart-contents';
import { CartItem } from './carts/cart-item.entity';
import { CartItems } from './carts/cart-items';
import { CartVersions } from './carts/cart-versions';
import { CartCountsReader } from './carts/cart-counts.reader';
import { CartFilling } from './carts/cart-filling';
import { CartsService } from './carts/carts.service';
import { OpenRequests } from './carts/open-requests';
import { CustomerShopSettingsController } from './customer-shop-settings.controller';
import { OrderMailComposer } from './mails/order-mail-composer';
import { OrderMailFacts } from './mails/order-mail-facts';
import { OrderMailQueue } from './mails/order-mail-queue';
import { OfferAnswersService } from './offers/offer-answers.service';
import { OfferTotalsReader } from './offers/offer-totals.reader';
import { OrderDecisions } from './offers/order-decisions';
import { OrderOffer } from './offers/order-offer.entity';
import { OrderOffers } from './offers/order-offers';
import { ActorOrders } from './orders/actor-orders';
import { Order } from './orders/order.entity';
import { OrderLine } from './orders/order-line.entity';
import { OrderStatistics } from './statistics/order-statistics';
import { OrderParties } from './orders/order-parties';
import { OrderPrices } from './orders/order-prices';
import { OrderCreation } from './orders/order-creation';
import { OpenOrdersReader } from './orders/open-orders.reader';
import { ContactOrders } from './orders/contact-orders';
import { OrdersReader } from './orders/orders.reader';
import { PortalOrdersReader } from './orders/portal-orders.reader';
import { StaffOrdersReader } from './orders/staff-orders.reader';
import { PortalOrderExport } from './portal-order-export';
import { PortalOrderExportController } from './portal-order-export.controller';
import { PortalOrdersController } from './portal-orders.controller';
import { StaffOrdersController } from './staff-orders.controller';
import { SubmissionsService } from './submissions/submissions.service';

@Module({
  imports: [TenantsModule, ContactsModule, CatalogModule],
  controllers: [
    CustomerShopSettingsController,
    PortalOrdersController,
    DeliveryAddressesController,
    PortalOrderExportController,
    StaffOrdersController,
  ],
  providers: [
    ...tenantRepositories(CustomerShopSettings, SavedAddress, CartItem, Order, OrderLine, OrderOffer),
    ShopSwitchesReader,
    ShopAccess,
    CustomerShopSettingsService,
    CartItems,
    OpenRequests,
    CartVersions,
    CartContents,
    CartsService,
    CartFilling,
    SavedAddressesService,
    SubmissionsService,
    ActorOrders,
    OrderCreation,
    OrderPrices,
    OrderParties,
    OrderStatistics,
    PortalOrdersReader,
    PortalOrderExport,
    StaffOrdersReader,
    OrdersReader,
    ContactOrders,
    OpenOrdersReader,
    CartCountsReader,
    OrderOffers,
    OrderDecisions,
    OfferAnswersService,
    OfferTotalsReader,
    CancellationsService,
    OrderMailFacts,
    OrderMailQueue,
    OrderMailComposer,
  ],
  exports: [
    OrderStatistics,
    ShopAccess,
    CustomerShopSettingsService,
    SavedAddressesService,
    CartsService,
    CartFilling,
    OpenRequests,
    SubmissionsService,
    OrdersReader,
    ContactOrders,
    OpenOrdersReader,
    CartCountsReader,
    OrderDecisions,
    OfferAnswersService,
    CancellationsService,
  ],
})
export class OrderingModule {}

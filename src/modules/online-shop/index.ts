export { OnlineShop } from './online-shop';
export { OnlineShopModule } from './online-shop.module';

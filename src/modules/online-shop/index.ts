export { OnlineShopModule } from './online-shop.module';

export { PrinterShopModule } from './printer-shop.module';

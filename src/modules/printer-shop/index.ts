export { PrinterShop } from './printer-shop';
export { PrinterShopModule } from './printer-shop.module';

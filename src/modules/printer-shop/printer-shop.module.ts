import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog';
import { InventoryModule } from '../inventory';
import { OrderingModule } from '../ordering';
import { PrinterShop } from './printer-shop';
import { PrinterShopCartController } from './printer-shop-cart.controller';
import { PrinterShopPrinters } from './printer-shop-printers';
import { PrinterShopController } from './printer-shop.controller';

@Module({
  imports: [CatalogModule, InventoryModule, OrderingModule],
  controllers: [PrinterShopController, PrinterShopCartController],
  providers: [PrinterShop, PrinterShopPrinters],
  exports: [PrinterShop],
})
export class PrinterShopModule {}

import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog';
import { OrderingModule } from '../ordering';
import { OnlineShop } from './online-shop';
import { OnlineShopArticles } from './online-shop-articles';
import { OnlineShopCartController } from './online-shop-cart.controller';
import { OnlineShopController } from './online-shop.controller';

@Module({
  imports: [CatalogModule, OrderingModule],
  controllers: [OnlineShopController, OnlineShopCartController],
  providers: [OnlineShop, OnlineShopArticles],
  exports: [OnlineShop],
})
export class OnlineShopModule {}

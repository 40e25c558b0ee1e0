import { Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { SendsFile } from '../../files/download';
import { PictureQuery, sendPicture } from '../../files/versioned-file';
import { notFound } from '../../platform/errors';
import { Requires } from '../../platform/http/requires';
import { pricesHidden, ShopArticlesQuery } from '../catalog';
import { presentShopArticle, ShopArticleDto } from '../ordering';
import { OnlineShopArticleListDto, OnlineShopCategoryListDto } from './dto/online-shop.dto';
import { OnlineShopArticles } from './online-shop-articles';

@ApiTags('Portal: OnlineShop')
@Controller('api/v1/portal/online-shop')
export class OnlineShopController {
  constructor(private readonly articles: OnlineShopArticles) {}

  @Get('articles')
  @Requires('CONTACT', {
    id: 'listOnlineShopArticles',
    summary: 'Artikel des OnlineShops suchen und auflisten',
    description: 'Nach Preisen lässt sich nur sortieren und filtern, wo sie gezeigt werden.',
    errors: [notFound, pricesHidden],
  })
  async getPage(@Query() query: ShopArticlesQuery): Promise<OnlineShopArticleListDto> {
    const page = await this.articles.page(query);
    return { ...page, items: page.items.map(presentShopArticle) };
  }

  @Get('articles/:id')
  @Requires('CONTACT', {
    id: 'getOnlineShopArticle',
    summary: 'Artikel des OnlineShops lesen',
    description: 'Der Preis fehlt, wo keine Preise gezeigt werden oder der Artikel keinen hat.',
  })
  async get(@Param('id') id: string): Promise<ShopArticleDto> {
    return presentShopArticle(await this.articles.get(id));
  }

  @Get('articles/:id/image')
  @Requires('CONTACT', {
    id: 'downloadOnlineShopArticleImage',
    summary: 'Bild eines Artikels laden',
    description:
      'Nur wo `hasImage` es ankündigt. Mit der `imageVersion` als `?v=` darf der Browser es behalten; sonst lädt er es jedes Mal.',
  })
  @SendsFile()
  async getImage(
    @Param('id') id: string,
    @Query() query: PictureQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendPicture(reply, await this.articles.image(id), query);
  }

  @Get('categories')
  @Requires('CONTACT', {
    id: 'listOnlineShopCategories',
    summary: 'Warengruppen des OnlineShops auflisten',
    description: 'Mit der Anzahl ihrer Artikel; zum Filtern der Liste.',
    errors: [notFound],
  })
  async getCategories(): Promise<OnlineShopCategoryListDto> {
    return this.articles.categories();
  }
}

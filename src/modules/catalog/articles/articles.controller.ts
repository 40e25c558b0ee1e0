import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../../platform/http/etag';
import { recordBusy } from '../../../platform/errors';
import { Requires } from '../../../platform/http/requires';
import { articleNumberTaken, eanInvalid } from '../catalog.errors';
import {
  ArticleCategoryListDto,
  ArticleDto,
  ArticleListDto,
  articleValues,
  CreateArticleDto,
  ListArticlesQuery,
  UpdateArticleDto,
} from './article.dto';
import { ArticleList } from './article-list';
import { ArticleReader } from './article-reader';
import { ArticlesService } from './articles.service';

@ApiTags('Materialkatalog')
@Controller('api/v1/staff')
export class ArticlesController {
  constructor(
    private readonly articles: ArticlesService,
    private readonly articleList: ArticleList,
    private readonly reader: ArticleReader,
  ) {}

  @Get('articles')
  @Requires('STAFF', {
    id: 'listArticles',
    summary: 'Artikel suchen und auflisten',
    description:
      'Mit `search` finden Sie Artikel nach Artikelnummer, Bezeichnung, Hersteller, Herstellernummer oder EAN; „TN2420“ findet auch „TN-2420“. Mit der ID eines Artikels hinterlegen Sie ihn unter Druckermodelle als Zubehör.',
  })
  async list(@Query() query: ListArticlesQuery): Promise<ArticleListDto> {
    return this.articleList.page(query);
  }

  @Post('articles')
  @Requires('STAFF', {
    id: 'createArticle',
    summary: 'Artikel anlegen',
    description:
      'Preise sind netto und in Cent. Im OnlineShop erscheint der Artikel erst, wenn `onlineShop` gesetzt ist; als Zubehör eines Druckermodells ist er auch ohne bestellbar.',
    creates: true,
    versioned: 'read',
    errors: [articleNumberTaken, eanInvalid, recordBusy],
  })
  async create(@Body() body: CreateArticleDto): Promise<ArticleDto> {
    return this.reader.shown(await this.articles.create(articleValues(body)));
  }

  @Get('articles/:id')
  @Requires('STAFF', {
    id: 'getArticle',
    summary: 'Artikel lesen',
    description: 'Mit dem Stand, den eine Änderung in If-Match nennt.',
    versioned: 'read',
  })
  async get(@Param('id') id: string): Promise<ArticleDto> {
    return this.reader.detail(id);
  }

  @Patch('articles/:id')
  @Requires('STAFF', {
    id: 'updateArticle',
    summary: 'Artikel ändern: Preis, OnlineShop, aktiv und alles andere',
    description:
      'Senden Sie nur, was sich ändern soll, und den gelesenen Stand im Kopf If-Match (z. B. "1"). `null` leert ein Feld. Was ein Kunde schon im Warenkorb hat, wird ihm bei der Bestellung mit der Änderung gemeldet.',
    versioned: 'edit',
    errors: [articleNumberTaken, eanInvalid, recordBusy],
  })
  async update(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() changes: UpdateArticleDto,
  ): Promise<ArticleDto> {
    return this.reader.shown(await this.articles.update(id, version, articleValues(changes)));
  }

  @Get('article-categories')
  @Requires('STAFF', {
    id: 'listArticleCategories',
    summary: 'Vorhandene Warengruppen',
    description: 'Mit der Zahl der Artikel darin. Eine neue entsteht, sobald ein Artikel sie trägt.',
  })
  async categories(): Promise<ArticleCategoryListDto> {
    return { items: await this.reader.categories() };
  }
}

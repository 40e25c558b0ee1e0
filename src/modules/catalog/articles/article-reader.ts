import { Injectable } from '@nestjs/common';
import { tenantCondition, TransactionService } from '../../../platform/database';
import { type ArticleCategoryDto, type ArticleDto, presentArticle } from './article.dto';
import { ArticleImages } from './article-images';
import type { Article } from './article.entity';
import { ArticlesService } from './articles.service';

/** One article as staff see it, and what there is to filter by. */
@Injectable()
export class ArticleReader {
  constructor(
    private readonly transactions: TransactionService,
    private readonly articles: ArticlesService,
    private readonly images: ArticleImages,
  ) {}

  /** @throws notFound */
  async detail(id: string): Promise<ArticleDto> {
    return this.shown(await this.articles.get(id));
  }

  async shown(article: Article): Promise<ArticleDto> {
    return presentArticle(article, await this.images.has(article.id));
  }

  categories(): Promise<ArticleCategoryDto[]> {
    return this.transactions.query<ArticleCategoryDto>(
      `SELECT t.category AS name, count(*)::int AS count FROM articles t
       WHERE ${tenantCondition('t')} AND t.category IS NOT NULL GROUP BY t.category ORDER BY t.category`,
      [this.transactions.tenantId],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log';
import type { AuditAction } from '../../../platform/audit/audited';
import { changedFields } from '../../../platform/changed-fields';
import {
  InjectTenantRepository,
  mapUniqueViolation,
  queryByIds,
  tenantCondition,
  type TenantRepository,
  TransactionService,
  waitingBriefly,
} from '../../../platform/database';
import { comparisonKey } from '../../../platform/text/comparison-key';
import { notFound, preconditionFailed } from '../../../platform/errors';
import { articleNumberTaken, eanInvalid } from '../catalog.errors';
import { Article } from './article.entity';
import { readEan } from './ean';

/** What people enter about an article. */
export interface ArticleValues {
  readonly number: string;
  readonly name: string;
  readonly description: string | null;
  readonly manufacturer: string | null;
  readonly manufacturerNumber: string | null;
  readonly ean: string | null;
  readonly unit: string;
  /** For one unit; null: none. */
  readonly netPriceCents: number | null;
  /** 190 are 19 %. */
  readonly vatRatePermille: number;
  readonly category: string | null;
  readonly onlineShop: boolean;
  readonly active: boolean;
}

export type NewArticle = Partial<ArticleValues> & Pick<ArticleValues, 'number' | 'name'>;

const EMPTY = {
  description: null,
  manufacturer: null,
  manufacturerNumber: null,
  ean: null,
  unit: 'Stück',
  netPriceCents: null,
  vatRatePermille: 190,
  category: null,
  onlineShop: false,
  active: true,
};
const numberTaken = () => articleNumberTaken({ pointer: '/number' });
const DUPLICATES = { articles_number: numberTaken, articles_number_key: numberTaken };

@Injectable()
export class ArticlesService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly audit: AuditLog,
    @InjectTenantRepository(Article) private readonly articles: TenantRepository<Article>,
  ) {}

  /** @throws notFound */
  async get(id: string): Promise<Article> {
    const article = await this.articles.findOne({ id });
    if (!article) throw notFound();
    return article;
  }

  /** Those of some ids that are of articles. */
  async known(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const found = await queryByIds<{ id: string }>(
      this.transactions,
      `SELECT t.id FROM articles t WHERE ${tenantCondition('t')} AND t.id = ANY($2::uuid[])`,
      ids,
    );
    return new Set(found.map(({ id }) => id));
  }

  /** @throws articleNumberTaken, eanInvalid, recordBusy */
  create(wanted: NewArticle): Promise<Article> {
    return waitingBriefly(this.transactions, async () => {
      const given = changedFields<ArticleValues>({ ...EMPTY, number: '', name: '' }, withDigits(wanted));
      const article = await mapUniqueViolation(DUPLICATES, () =>
        this.articles.insert({ ...EMPTY, ...withKey(given) }),
      );
      await this.record('article.created', article.id, given);
      return article;
    });
  }

  /** @throws notFound, preconditionFailed, articleNumberTaken, eanInvalid, recordBusy */
  update(id: string, version: number, wanted: Partial<ArticleValues>): Promise<Article> {
    return waitingBriefly(this.transactions, async () => {
      const article = await this.articles.lock({ id });
      if (!article) throw notFound();
      if (article.version !== version) throw preconditionFailed();
      const changes = changedFields<ArticleValues>(article, withDigits(wanted));
      if (Object.keys(changes).length === 0) return article;
      const before = Object.assign({}, article);
      Object.assign(article, withKey(changes), { updatedAt: new Date() });
      await mapUniqueViolation(DUPLICATES, () => this.articles.update(article));
      await this.record('article.changed', id, changes, before);
      return article;
    });
  }

  private record(action: AuditAction, objectId: string, changes: object, before?: object): Promise<void> {
    return this.audit.record({ action, objectType: 'Article', objectId, changes: { ...changes }, before });
  }
}

function withDigits<Values extends Partial<ArticleValues>>(wanted: Values): Values {
  if (typeof wanted.ean !== 'string') return wanted;
  const ean = readEan(wanted.ean);
  if (!ean) throw eanInvalid({ pointer: '/ean' });
  return { ...wanted, ean };
}

/** A number goes with its key. */
function withKey(values: Partial<ArticleValues>): Partial<ArticleValues> & Pick<Article, 'numberKey'> {
  return values.number === undefined ? values : { ...values, numberKey: comparisonKey(values.number) };
}

import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log';
import type { AuditAction } from '../../../platform/audit/audited';
import {
  InjectTenantRepository,
  tenantCondition,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import { contentTypeOf } from '../../../files/content-type';
import { singleChunkStream, PICTURE_ENDINGS } from '../../../files/pictures';
import type { VersionedDownload } from '../../../files/versioned-file';
import { displayName } from '../../../files/file-name';
import type { Upload } from '../../../files/spool';
import { notFound } from '../../../platform/errors';
import { Article } from './article.entity';
import { imageTooLarge, imageTypeUnknown } from '../catalog.errors';

/** SQL over the articles `t`; the place of the tenant's id among the parameters. */
export function hasImage(tenant: number): string {
  return `EXISTS (SELECT FROM article_images i WHERE ${tenantCondition('i', tenant)} AND i.article_id = t.id)`;
}

/** As `hasImage`: another picture has another version; null where there is none. */
export function imageVersion(tenant: number): string {
  return `(SELECT left(i.sha256, 16) FROM article_images i
    WHERE ${tenantCondition('i', tenant)} AND i.article_id = t.id)`;
}

const MAX_BYTES = 2 * 1024 * 1024;

export interface ArticleImage {
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
  readonly updatedAt: Date;
}

/** The picture of an article, if it has one: small enough to be read and written as a whole. */
@Injectable()
export class ArticleImages {
  constructor(
    private readonly transactions: TransactionService,
    private readonly audit: AuditLog,
    @InjectTenantRepository(Article) private readonly articles: TenantRepository<Article>,
  ) {}

  /** @throws notFound, imageTooLarge, imageTypeUnknown */
  put(articleId: string, file: Upload): Promise<ArticleImage> {
    return this.transactions.run(async () => {
      const article = await this.lock(articleId);
      if (file.size > MAX_BYTES) throw imageTooLarge({ pointer: '/file' });
      const contentType = await contentTypeOf(file.path);
      if (!(contentType in PICTURE_ENDINGS)) throw imageTypeUnknown({ pointer: '/file' });
      const { size, sha256 } = file;
      const image = { contentType, size, sha256, updatedAt: new Date() };
      await this.transactions.query(
        `INSERT INTO article_images (tenant_id, article_id, content_type, size, sha256, updated_at, bytes)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (tenant_id, article_id) DO UPDATE SET content_type = EXCLUDED.content_type, size = EXCLUDED.size,
           sha256 = EXCLUDED.sha256, updated_at = EXCLUDED.updated_at, bytes = EXCLUDED.bytes`,
        [this.transactions.tenantId, articleId, ...Object.values(image), await readFile(file.path)],
      );
      await this.touch(article, image.updatedAt);
      await this.record('article.image-set', articleId, { contentType, size, sha256 });
      return image;
    });
  }

  /** @throws notFound where there is no such article, or no picture of it */
  remove(articleId: string): Promise<void> {
    return this.transactions.run(async () => {
      const article = await this.lock(articleId);
      const removed = await this.transactions.query(
        `WITH removed AS (
           DELETE FROM article_images i WHERE ${tenantCondition('i')} AND i.article_id = $2 RETURNING i.article_id
         ) SELECT article_id FROM removed`,
        [this.transactions.tenantId, articleId],
      );
      if (removed.length === 0) throw notFound();
      await this.touch(article, new Date());
      await this.record('article.image-removed', articleId, {});
    });
  }

  /** @throws notFound */
  async open(articleId: string): Promise<VersionedDownload> {
    const image = await this.find(articleId);
    if (!image) throw notFound();
    return image;
  }

  async find(articleId: string): Promise<VersionedDownload | undefined> {
    const [image] = await this.transactions.query<{
      number: string;
      content_type: string;
      size: number;
      bytes: Buffer;
      version: string;
    }>(
      `SELECT a.number, i.content_type, i.size, i.bytes, left(i.sha256, 16) AS version FROM article_images i
       JOIN articles a ON a.tenant_id = i.tenant_id AND a.id = i.article_id
       WHERE ${tenantCondition('i')} AND i.article_id = $2`,
      [this.transactions.tenantId, articleId],
    );
    if (!image) return undefined;
    const { number, content_type: contentType, size, bytes, version } = image;
    const fileName = displayName(`${number.replaceAll(/[/\\]/g, '_')}.${PICTURE_ENDINGS[contentType] ?? ''}`);
    return { fileName, contentType, size, bytes: singleChunkStream(bytes), version };
  }

  async has(articleId: string): Promise<boolean> {
    const found = await this.transactions.query(
      `SELECT 1 AS one FROM article_images i WHERE ${tenantCondition('i')} AND i.article_id = $2`,
      [this.transactions.tenantId, articleId],
    );
    return found.length > 0;
  }

  private async lock(id: string): Promise<Article> {
    const article = await this.articles.lock({ id });
    if (!article) throw notFound();
    return article;
  }

  /** The picture is part of what an article looks like, so its version counts on. */
  private async touch(article: Article, updatedAt: Date): Promise<void> {
    await this.articles.update(Object.assign(article, { updatedAt }));
  }

  private record(action: AuditAction, objectId: string, changes: Record<string, unknown>): Promise<void> {
    return this.audit.record({ action, objectType: 'Article', objectId, changes });
  }
}

import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log';
import type { AuditAction } from '../../../platform/audit/audited';
import { TransactionService, waitingBriefly } from '../../../platform/database';
import { notFound } from '../../../platform/errors';
import { ArticlesService } from '../articles/articles.service';
import { Accessories, type AccessoryValues, type ListedAccessory, type ModelOfArticle } from './accessories';
import { PrinterModelsService } from './printer-models.service';

/** Zubehör: staff keep which articles fit which printer model, one by one. */
@Injectable()
export class AccessoriesService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly models: PrinterModelsService,
    private readonly articles: ArticlesService,
    private readonly accessories: Accessories,
    private readonly audit: AuditLog,
  ) {}

  /** @throws notFound */
  modelsOf(articleId: string): Promise<ModelOfArticle[]> {
    return this.transactions.run(async () => {
      await this.articles.get(articleId);
      return this.accessories.modelsOf(articleId);
    });
  }

  /** Adds the article, or says anew what it is for the model. @throws notFound, recordBusy */
  put(printerModelId: string, articleId: string, values: AccessoryValues): Promise<ListedAccessory> {
    return waitingBriefly(this.transactions, async () => {
      await this.models.get(printerModelId);
      await this.articles.get(articleId);
      const before = await this.accessories.find(printerModelId, articleId);
      await this.accessories.put(printerModelId, articleId, values);
      if (before?.kind !== values.kind || before.yieldPages !== values.yieldPages) {
        await this.record(before ? 'accessory.changed' : 'accessory.added', printerModelId, {
          articleId,
          ...values,
        });
      }
      const accessory = (await this.accessories.of(printerModelId)).find(({ id }) => id === articleId);
      if (!accessory) throw notFound();
      return accessory;
    });
  }

  /** @throws notFound where the article is no accessory of the model, recordBusy */
  remove(printerModelId: string, articleId: string): Promise<void> {
    return waitingBriefly(this.transactions, async () => {
      if (!(await this.accessories.remove(printerModelId, articleId))) throw notFound();
      await this.record('accessory.removed', printerModelId, { articleId });
    });
  }

  private record(action: AuditAction, objectId: string, changes: Record<string, unknown>): Promise<void> {
    return this.audit.record({ action, objectType: 'PrinterModel', objectId, changes });
  }
}

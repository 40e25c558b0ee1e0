import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log';
import { TransactionService, waitingBriefly } from '../../../platform/database';
import {
  type ErrorFactory,
  type FieldError,
  preconditionFailed,
  validationFailed,
} from '../../../platform/errors';
import { ArticlesService } from '../articles/articles.service';
import { accessoryTwice, accessoryUnknown } from '../catalog.errors';
import { Accessories, type AccessorySet, type ListedAccessory, type WantedAccessory } from './accessories';
import { PrinterModelsService } from './printer-models.service';

/** Zubehör of a printer model as a whole: everything that is to fit it, in one go. */
@Injectable()
export class AccessorySetsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly models: PrinterModelsService,
    private readonly articles: ArticlesService,
    private readonly accessories: Accessories,
    private readonly audit: AuditLog,
  ) {}

  /** @throws notFound */
  of(printerModelId: string): Promise<AccessorySet> {
    return this.transactions.run(async () => {
      await this.models.get(printerModelId);
      return this.read(printerModelId);
    });
  }

  /**
   * @param version of the set that the caller has read
   * @throws notFound, preconditionFailed, validationFailed with the articles at fault, recordBusy
   */
  put(printerModelId: string, version: number, wanted: readonly WantedAccessory[]): Promise<AccessorySet> {
    return waitingBriefly(this.transactions, async () => {
      // Whoever adds an accessory by itself waits, or has added it before the version is compared.
      await this.models.hold(printerModelId);
      const before = await this.read(printerModelId);
      if (before.version !== version) throw preconditionFailed();
      await this.check(wanted);
      await this.accessories.replace(printerModelId, wanted);
      await this.record(printerModelId, before.accessories, wanted);
      return this.read(printerModelId);
    });
  }

  private async read(printerModelId: string): Promise<AccessorySet> {
    const version = await this.accessories.versionOf(printerModelId);
    return { version, accessories: await this.accessories.of(printerModelId) };
  }

  private async check(wanted: readonly WantedAccessory[]): Promise<void> {
    const ids = wanted.map(({ articleId }) => articleId);
    const known = await this.articles.known(ids);
    const fields = ids.flatMap((id, index) => {
      if (!known.has(id)) return fieldOf(index, accessoryUnknown);
      return ids.indexOf(id) < index ? fieldOf(index, accessoryTwice) : [];
    });
    if (fields.length > 0) throw validationFailed({ fields });
  }

  private record(
    objectId: string,
    before: readonly ListedAccessory[],
    wanted: readonly WantedAccessory[],
  ): Promise<void> {
    const had = new Map(before.map((accessory) => [accessory.id, accessory]));
    const stays = new Set(wanted.map(({ articleId }) => articleId));
    const put = wanted.flatMap((accessory) => {
      const old = had.get(accessory.articleId);
      if (old?.kind === accessory.kind && old.yieldPages === accessory.yieldPages) return [];
      return {
        action: old ? ('accessory.changed' as const) : ('accessory.added' as const),
        changes: { ...accessory },
      };
    });
    const removed = before
      .filter(({ id }) => !stays.has(id))
      .map(({ id: articleId }) => ({ action: 'accessory.removed' as const, changes: { articleId } }));
    return this.audit.recordAll(
      [...put, ...removed].map((change) => ({ ...change, objectType: 'PrinterModel', objectId })),
    );
  }
}

function fieldOf(index: number, error: ErrorFactory): FieldError {
  const { code, texts } = error();
  return { pointer: `/accessories/${index}/articleId`, code, texts };
}

import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log';
import type { AuditAction } from '../../../platform/audit/audited';
import { changedFields } from '../../../platform/changed-fields';
import {
  InjectTenantRepository,
  mapUniqueViolation,
  type TenantRepository,
  TransactionService,
  waitingBriefly,
} from '../../../platform/database';
import { comparisonKey } from '../../../platform/text/comparison-key';
import { notFound, preconditionFailed } from '../../../platform/errors';
import { printerModelTaken } from '../catalog.errors';
import { PrinterModel } from './printer-model.entity';

/** What people enter about a printer model. */
export interface PrinterModelValues {
  readonly manufacturer: string;
  readonly name: string;
}

const taken = () => printerModelTaken({ pointer: '/name' });
const DUPLICATES = { printer_models_name: taken, printer_models_key: taken };

@Injectable()
export class PrinterModelsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly audit: AuditLog,
    @InjectTenantRepository(PrinterModel) private readonly models: TenantRepository<PrinterModel>,
  ) {}

  /** @throws notFound */
  async get(id: string): Promise<PrinterModel> {
    const model = await this.models.findOne({ id });
    if (!model) throw notFound();
    return model;
  }

  /** Nobody else can change the model, or what fits it, until the transaction ends. @throws notFound */
  async hold(id: string): Promise<void> {
    if (!(await this.models.lock({ id }))) throw notFound();
  }

  /** @throws printerModelTaken, recordBusy */
  create({ manufacturer, name }: PrinterModelValues): Promise<PrinterModel> {
    return waitingBriefly(this.transactions, async () => {
      const values = { manufacturer, name };
      const model = await mapUniqueViolation(DUPLICATES, () => this.models.insert(withKeys(values)));
      await this.record('printer-model.created', model.id, values);
      return model;
    });
  }

  /** @throws notFound, preconditionFailed, printerModelTaken, recordBusy */
  update(id: string, version: number, wanted: Partial<PrinterModelValues>): Promise<PrinterModel> {
    return waitingBriefly(this.transactions, async () => {
      const model = await this.models.lock({ id });
      if (!model) throw notFound();
      if (model.version !== version) throw preconditionFailed();
      const changes = changedFields<PrinterModelValues>(model, wanted);
      if (Object.keys(changes).length === 0) return model;
      Object.assign(model, withKeys(changes), { updatedAt: new Date() });
      await mapUniqueViolation(DUPLICATES, () => this.models.update(model));
      await this.record('printer-model.changed', id, changes);
      return model;
    });
  }

  private record(action: AuditAction, objectId: string, changes: object): Promise<void> {
    return this.audit.record({ action, objectType: 'PrinterModel', objectId, changes: { ...changes } });
  }
}

/** What is entered goes with its key. */
function withKeys<Values extends Partial<PrinterModelValues>>(
  values: Values,
): Values & Pick<PrinterModel, 'manufacturerKey' | 'nameKey'> {
  const { manufacturer, name } = values;
  return {
    ...values,
    ...(manufacturer !== undefined && { manufacturerKey: comparisonKey(manufacturer) }),
    ...(name !== undefined && { nameKey: comparisonKey(name) }),
  };
}

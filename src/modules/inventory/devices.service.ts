import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log';
import type { AuditAction } from '../../platform/audit/audited';
import { changedFields } from '../../platform/changed-fields';
import {
  InjectTenantRepository,
  mapUniqueViolation,
  type TenantRepository,
  TransactionService,
  waitingBriefly,
} from '../../platform/database';
import { EventPublisher } from '../../platform/events/event-publisher';
import { notFound, preconditionFailed } from '../../platform/errors';
import { comparisonKey } from '../../platform/text/comparison-key';
import { PrinterModelsReader } from '../catalog';
import { ContactsReader, customerChanged } from '../contacts';
import { Device, type DeviceStatus } from './device.entity';
import { assetTagTaken, printerModelUnknown } from './inventory.errors';

/** What people enter about a device. */
export interface DeviceValues {
  readonly name: string;
  readonly type: string | null;
  /** Makes it a printer. */
  readonly printerModelId: string | null;
  readonly serialNumber: string | null;
  readonly assetTag: string | null;
  readonly location: string | null;
  readonly room: string | null;
  readonly userName: string | null;
  readonly status: DeviceStatus;
  readonly notes: string | null;
}

export type NewDevice = Partial<DeviceValues> & Pick<DeviceValues, 'name'>;

const EMPTY = {
  type: null,
  printerModelId: null,
  serialNumber: null,
  assetTag: null,
  location: null,
  room: null,
  userName: null,
  status: 'IN_USE',
  notes: null,
} as const;
const tagTaken = () => assetTagTaken({ pointer: '/assetTag' });
const DUPLICATES = { devices_asset_tag: tagTaken, devices_asset_tag_key: tagTaken };

@Injectable()
export class DevicesService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly customers: ContactsReader,
    private readonly models: PrinterModelsReader,
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
    @InjectTenantRepository(Device) private readonly devices: TenantRepository<Device>,
  ) {}

  /** @throws notFound where there is no such customer, printerModelUnknown, assetTagTaken, recordBusy */
  create(customerId: string, wanted: NewDevice): Promise<Device> {
    return waitingBriefly(this.transactions, async () => {
      if (!(await this.customers.customer(customerId))) throw notFound();
      const given = changedFields<DeviceValues>({ ...EMPTY, name: '' }, wanted);
      await this.assertModelExists(given);
      const device = await mapUniqueViolation(DUPLICATES, () =>
        this.devices.insert({ ...EMPTY, ...withKeys(given), customerId }),
      );
      await this.record('device.created', device, { ...given, customerId });
      return device;
    });
  }

  /** @throws notFound, preconditionFailed, printerModelUnknown, assetTagTaken, recordBusy */
  update(id: string, version: number, wanted: Partial<DeviceValues>): Promise<Device> {
    return waitingBriefly(this.transactions, async () => {
      const device = await this.devices.lock({ id });
      if (!device) throw notFound();
      if (device.version !== version) throw preconditionFailed();
      const changes = changedFields<DeviceValues>(device, wanted);
      if (Object.keys(changes).length === 0) return device;
      await this.assertModelExists(changes);
      Object.assign(device, withKeys(changes), { updatedAt: new Date() });
      await mapUniqueViolation(DUPLICATES, () => this.devices.update(device));
      await this.record('device.changed', device, changes);
      return device;
    });
  }

  private async assertModelExists({ printerModelId }: Partial<DeviceValues>): Promise<void> {
    if (!printerModelId) return;
    const known = await this.models.names([printerModelId]);
    if (known.size === 0) throw printerModelUnknown({ pointer: '/printerModelId' });
  }

  private async record(action: AuditAction, { id, customerId }: Device, changes: object): Promise<void> {
    await this.audit.record({ action, objectType: 'Device', objectId: id, changes: { ...changes } });
    const isInternal = Object.keys(changes).every((field) => field === 'notes');
    await this.events.publish(customerChanged, {
      customerId,
      visibility: isInternal ? 'INTERNAL' : 'PUBLIC',
    });
  }
}

/** What tells devices apart goes with its key. */
function withKeys(
  values: Partial<DeviceValues>,
): Partial<DeviceValues> & Pick<Device, 'assetTagKey' | 'serialNumberKey' | 'nameKey'> {
  const { name, assetTag, serialNumber } = values;
  return {
    ...values,
    ...(name !== undefined && { nameKey: comparisonKey(name) }),
    ...(assetTag !== undefined && { assetTagKey: keyOrNull(assetTag) }),
    ...(serialNumber !== undefined && { serialNumberKey: keyOrNull(serialNumber) }),
  };
}

function keyOrNull(text: string | null): string | null {
  return text === null ? null : comparisonKey(text);
}

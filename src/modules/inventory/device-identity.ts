import { comparisonKey } from '../../platform/text/comparison-key';

/** What a row of a file says of which device it means; a field is absent where the file has no such column. */
export interface DeviceNaming {
  readonly asset_tag?: string | null;
  /** The number of the customer. */
  readonly customer?: string;
  readonly serial_number?: string | null;
  readonly name?: string;
}

/** What is known of a device that is there. */
export interface KnownDevice {
  readonly id: string;
  readonly customer_id: string;
  readonly asset_tag: string | null;
  /** As it is compared. */
  readonly asset_tag_key: string | null;
  readonly serial_number: string | null;
  readonly name: string;
  /** Whatever else is recorded; absent where the import itself has just made it. */
  readonly [field: string]: string | null | undefined;
}

/**
 * The fields by which a row names its device: the asset tag, else the serial number, else the name, these two at the
 * customer. None where nothing says which device is meant.
 */
export function keyOf({ asset_tag, customer, serial_number, name }: DeviceNaming): readonly string[] {
  if (asset_tag) return ['asset_tag'];
  if (!customer) return [];
  if (serial_number) return ['customer', 'serial_number'];
  return name ? ['customer', 'name'] : [];
}

/** As `keyOf`, for what may stand in a file once only: without a tag, several devices may be called the same. */
export function importKeyOf(row: DeviceNaming): readonly string[] {
  return row.asset_tag ? keyOf(row) : [];
}

/** Finds the device that a row means among those that are there. */
export class KnownDevices {
  private readonly byTag = new Map<string, KnownDevice>();
  private readonly bySerialNumber = new Map<string, KnownDevice[]>();
  private readonly byName = new Map<string, KnownDevice[]>();

  constructor(devices: readonly KnownDevice[]) {
    for (const device of devices) this.add(device);
  }

  add(device: KnownDevice): void {
    const { asset_tag_key: tag, serial_number: serialNumber, name, customer_id: customerId } = device;
    if (tag) this.byTag.set(tag, device);
    if (serialNumber) addTo(this.bySerialNumber, at(customerId, serialNumber), device);
    if (!tag && !serialNumber) addTo(this.byName, at(customerId, name), device);
  }

  /**
   * An asset tag that nobody has goes to the device with the serial number, if that has none: so tags can be entered
   * later. Devices with a tag or a serial number are never found by name alone.
   * @param customerId of the row; without it only the asset tag tells
   * @returns several where nobody can tell which
   */
  meantBy(
    { asset_tag: tag, serial_number: serialNumber, name }: DeviceNaming,
    customerId: string | undefined,
  ): readonly KnownDevice[] {
    const tagged = tag ? this.byTag.get(comparisonKey(tag)) : undefined;
    if (tagged) return [tagged];
    if (!customerId) return [];
    if (serialNumber) {
      const found = this.bySerialNumber.get(at(customerId, serialNumber)) ?? [];
      const untagged = found.filter((device) => device.asset_tag === null);
      return tag || untagged.length > 0 ? untagged : found;
    }
    return tag || !name ? [] : (this.byName.get(at(customerId, name)) ?? []);
  }
}

function at(customerId: string, value: string): string {
  return `${customerId} ${comparisonKey(value)}`;
}

function addTo(groups: Map<string, KnownDevice[]>, key: string, device: KnownDevice): void {
  groups.set(key, [...(groups.get(key) ?? []), device]);
}

import { createDeviceDto as limits } from '../../api/staff-constraints';
import { useTexts } from '../../i18n';
import type { RecordField } from '../customers/record-fields';
import { Refused } from '../refused';
import { type Device, type DeviceChanges, modelCalled, modelName } from './queries';

export type DeviceField =
  | 'name'
  | 'type'
  | 'printerModel'
  | 'serialNumber'
  | 'assetTag'
  | 'location'
  | 'room'
  | 'userName'
  | 'status'
  | 'notes';

type Entered = Partial<Record<DeviceField, string | null>>;

/** @param models the list of suggested printer models */
export function useDeviceFields(models: string): readonly RecordField<DeviceField>[] {
  const { inventory, customers } = useTexts();
  const { fields: label, hints } = inventory;
  const text = (
    name: Exclude<DeviceField, 'printerModel' | 'status'>,
    more?: Partial<RecordField<DeviceField>>,
  ) => ({ name, label: label[name], maxLength: limits[name].maxLength, ...more });
  return [
    text('name', { required: true }),
    text('type', { hint: hints.type }),
    { name: 'printerModel', label: label.printerModel, hint: hints.printerModel, list: models },
    text('serialNumber'),
    text('assetTag'),
    text('location'),
    text('room'),
    text('userName'),
    { name: 'status', label: label.status, options: Object.entries(customers.deviceStatus) },
    text('notes', { type: 'lines', hint: customers.hints.notes }),
  ];
}

/** A device as its form shows it: the printer model by its name. */
export function enteredDevice({
  printerModel,
  ...device
}: Device): Record<DeviceField, string | null> & { readonly version: number } {
  return { ...device, printerModel: printerModel && modelName(printerModel) };
}

/** What was entered, as the API takes it. @throws Refused where there is no such printer model */
export function useDeviceChanges(): (entered: Entered) => Promise<DeviceChanges> {
  const { inventory } = useTexts();
  return async ({ name, printerModel, status, ...texts }) => {
    const printerModelId = printerModel
      ? await modelCalled(printerModel)
      : (printerModel as null | undefined);
    if (printerModel && printerModelId === undefined)
      throw new Refused(inventory.modelUnknown, 'printerModel');
    return {
      ...texts,
      // Never empty: the form requires it.
      name: name ?? undefined,
      printerModelId,
      status: (status ?? undefined) as DeviceChanges['status'],
    };
  };
}

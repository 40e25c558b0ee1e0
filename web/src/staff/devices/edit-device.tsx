import { type ReactNode, useId } from 'react';
import { api, unwrap } from '../../api/client';
import { useTexts } from '../../i18n';
import { EditRecord } from '../customers/edit-record';
import { enteredDevice, useDeviceChanges, useDeviceFields } from './device-fields';
import { ModelSuggestions } from './model-suggestions';
import { type Device, devicesHaveChanged } from './queries';

interface EditDeviceProps {
  readonly device: Device;
  readonly onClose: () => void;
}

/** Changes a device: where it stands, who works with it, whether it is still in use. */
export function EditDevice({ device, onClose }: EditDeviceProps): ReactNode {
  const { inventory: texts } = useTexts();
  const models = useId();
  const changes = useDeviceChanges();
  const path = { id: device.id };
  return (
    <ModelSuggestions id={models}>
      <EditRecord
        title={texts.edit(device.name)}
        fields={useDeviceFields(models)}
        record={enteredDevice(device)}
        onClose={onClose}
        read={async () =>
          enteredDevice(unwrap(await api.GET('/api/v1/staff/devices/{id}', { params: { path } })))
        }
        save={async (version, changed) => {
          const header = { 'If-Match': `"${version}"` };
          const body = await changes(changed);
          unwrap(await api.PATCH('/api/v1/staff/devices/{id}', { params: { path, header }, body }));
          await devicesHaveChanged(device.customer.id);
        }}
      />
    </ModelSuggestions>
  );
}

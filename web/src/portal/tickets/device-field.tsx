import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { SelectField } from '../../ui/fields';
import { deviceQuery } from '../devices/queries';
import { companyDevicesQuery } from './queries';

/** Which device of the company a request is about; not there where the company has none. */
export function DeviceField({ chosen }: { readonly chosen?: string }): ReactNode {
  const { tickets } = useTexts();
  const { data } = useQuery(companyDevicesQuery);
  const missing = data && chosen && !data.items.some(({ id }) => id === chosen) ? chosen : undefined;
  const { data: further, isLoading } = useQuery({ ...deviceQuery(missing ?? ''), enabled: Boolean(missing) });
  if (!data || data.items.length === 0 || isLoading) return null;
  return (
    <SelectField name="deviceId" label={tickets.device} hint={tickets.deviceHint} defaultValue={chosen ?? ''}>
      <option value="">{tickets.deviceNone}</option>
      {[...data.items, ...(further ? [further] : [])].map(({ id, name, location, room }) => (
        <option key={id} value={id}>
          {[name, location, room].filter(Boolean).join(', ')}
        </option>
      ))}
    </SelectField>
  );
}

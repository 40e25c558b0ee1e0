import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { FoundSelect } from '../../ui/found-select';
import { isChoice, useChosen, useNarrowing } from '../../ui/narrowing';
import { deviceQuery } from '../devices/queries';
import { companyDevicesQuery } from './queries';

/** Which device of the company a request is about; not there where the company has none. */
export function DeviceField({ chosen: before = '' }: { readonly chosen?: string }): ReactNode {
  const { tickets } = useTexts();
  const list = useNarrowing(companyDevicesQuery);
  const { isKnown, chosen } = useChosen(list, before, deviceQuery);
  if (!isKnown || !isChoice(list)) return null;
  return (
    <FoundSelect
      name="deviceId"
      label={tickets.device}
      hint={tickets.deviceHint}
      list={list}
      searchLabel={tickets.deviceSearch}
      none={tickets.deviceNone}
      nameOf={({ name, location, room }) => [name, location, room].filter(Boolean).join(', ')}
      chosen={chosen}
    />
  );
}

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import { queries, readNow } from '../../api/queries';
import type { components } from '../../api/schema';
import type { DeviceSearch } from './search';

type Schemas = components['schemas'];
export type Device = Schemas['DeviceDto'];
export type DeviceChanges = Schemas['UpdateDeviceDto'];

const AT_ONCE = 25;
const MAX_SUGGESTED = 10;

export const devicesQuery = (customerId: string, search?: string) => {
  const query = { search, limit: AT_ONCE };
  return infiniteQueryOptions({
    queryKey: ['listDevicesOfCustomer', { customerId, ...query }],
    queryFn: async ({ signal, pageParam: cursor }) =>
      unwrap(
        await api.GET('/api/v1/staff/customers/{id}/devices', {
          params: { path: { id: customerId }, query: { ...query, cursor } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
};

/** Those of all customers. */
export const allDevicesQuery = ({ q, model }: DeviceSearch) => {
  const query = { search: q, printerModelId: model, limit: AT_ONCE };
  return infiniteQueryOptions({
    queryKey: ['listDevices', query],
    queryFn: async ({ signal, pageParam: cursor }) =>
      unwrap(await api.GET('/api/v1/staff/devices', { params: { query: { ...query, cursor } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
};

/** The printer models that words fit. */
export const modelSuggestionsQuery = (search: string) => {
  const query = { search: search || undefined, limit: MAX_SUGGESTED };
  return queryOptions({
    queryKey: ['listPrinterModels', { suggestions: query }],
    queryFn: async ({ signal }) =>
      unwrap(await api.GET('/api/v1/staff/printer-models', { params: { query }, signal })).items,
  });
};

/** As people say a model: manufacturer and name. */
export function modelName({ manufacturer, name }: { manufacturer: string; name: string }): string {
  return `${manufacturer} ${name}`;
}

/** The model that is called exactly so, if there is one. */
export async function modelCalled(words: string): Promise<string | undefined> {
  const same = (name: string): boolean => name.toLowerCase() === words.toLowerCase();
  const found = await readNow(modelSuggestionsQuery(words));
  return found.find((model) => same(modelName(model)))?.id;
}

export async function devicesHaveChanged(customerId: string): Promise<void> {
  void queries.invalidateQueries({ queryKey: ['getCustomerOverview', { customerId }] });
  void queries.invalidateQueries({ queryKey: ['listDevices'] });
  await queries.invalidateQueries({ queryKey: ['listDevicesOfCustomer', { customerId }] });
}

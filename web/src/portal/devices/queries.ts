import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import type { QueryContext } from '../../ui/narrowing';

export type Device = components['schemas']['PortalDeviceDto'];

export const devicesQuery = (search: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['listPortalDevices', { search }],
    queryFn: async ({ signal, pageParam: cursor }) =>
      unwrap(await api.GET('/api/v1/portal/devices', { params: { query: { search, cursor } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const deviceQuery = (id: string) => ({
  queryKey: ['getPortalDevice', { id }],
  queryFn: async ({ signal }: QueryContext) =>
    unwrap(await api.GET('/api/v1/portal/devices/{id}', { params: { path: { id } }, signal })),
});

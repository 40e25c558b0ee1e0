import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';

export type Address = components['schemas']['DeliveryAddressDto'];
export type SavedAddress = components['schemas']['SavedAddressDto'];

export const addressesQuery = queryOptions({
  queryKey: ['listDeliveryAddresses', {}],
  queryFn: async ({ signal }) => unwrap(await api.GET('/api/v1/portal/delivery-addresses', { signal })),
});

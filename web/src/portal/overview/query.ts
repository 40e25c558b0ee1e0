import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';

export type Overview = components['schemas']['PortalOverviewDto'];

export const overviewQuery = queryOptions({
  queryKey: ['getPortalOverview', {}],
  queryFn: async ({ signal }) => unwrap(await api.GET('/api/v1/portal/overview', { signal })),
});

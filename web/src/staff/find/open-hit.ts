import { useNavigate } from '@tanstack/react-router';
import { useTenant } from '../../session/tenant';
import type { Hit } from './queries';

/** Goes to the page of what was found: contacts and devices are on their customer's, articles in the list. */
export function useOpenHit(): (hit: Hit) => void {
  const navigate = useNavigate();
  const { slug } = useTenant();
  return ({ kind, id, number, customer }) => {
    const params = { slug, id };
    switch (kind) {
      case 'TICKET':
        return void navigate({ to: '/staff/$slug/tickets/$id', params });
      case 'ORDER':
        return void navigate({ to: '/staff/$slug/orders/$id', params });
      case 'PRINTER_MODEL':
        return void navigate({ to: '/staff/$slug/catalog/printer-models/$id', params });
      case 'ARTICLE':
        return void navigate({
          to: '/staff/$slug/catalog',
          params: { slug },
          search: { q: number ?? undefined },
        });
      case 'CUSTOMER':
        return void navigate({ to: '/staff/$slug/customers/$id', params });
      case 'CONTACT':
      case 'DEVICE':
        return void navigate({ to: '/staff/$slug/customers/$id', params: { slug, id: customer?.id ?? '' } });
    }
  };
}

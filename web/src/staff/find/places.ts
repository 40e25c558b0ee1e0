import { useNavigate } from '@tanstack/react-router';
import { type Texts, useTexts } from '../../i18n';
import { useCan } from '../../session/me';
import { useTenant } from '../../session/tenant';
import { ADMIN_PLACES } from '../admin/places';

const PLACES = [
  { to: '/staff/$slug/inbox', name: ({ staff }: Texts) => staff.nav.inbox },
  { to: '/staff/$slug/tickets', name: ({ staff }: Texts) => staff.nav.tickets },
  { to: '/staff/$slug/tickets/new', name: ({ staffTickets }: Texts) => staffTickets.record.title },
  { to: '/staff/$slug/customers', name: ({ staff }: Texts) => staff.nav.customers },
  { to: '/staff/$slug/orders', name: ({ staff }: Texts) => staff.nav.orders },
  { to: '/staff/$slug/catalog', name: ({ catalog }: Texts) => catalog.articles.title },
  { to: '/staff/$slug/catalog/printer-models', name: ({ catalog }: Texts) => catalog.models.title },
  { to: '/staff/$slug/catalog/devices', name: ({ inventory }: Texts) => inventory.title },
  { to: '/staff/$slug/catalog/imports', name: ({ catalog }: Texts) => catalog.nav.imports },
  { to: '/staff/$slug/statistics', name: ({ staff }: Texts) => staff.nav.statistics },
  { to: '/staff/$slug/account', name: ({ common }: Texts) => common.nav.account },
] as const;
/** A page of the workplace that can be found by its name. */
export interface Place {
  readonly to: string;
  readonly name: string;
  readonly go: () => void;
}

/** The pages that the user may see. */
export function usePlaces(): readonly Place[] {
  const texts = useTexts();
  const can = useCan();
  const { slug } = useTenant();
  const navigate = useNavigate();
  const { nav } = texts.admin;
  const named = [
    ...PLACES.map(({ to, name }) => ({ to, name: name(texts) })),
    ...(can('ADMINISTRATION') ? ADMIN_PLACES.map(({ to, name }) => ({ to, name: nav[name] })) : []),
  ];
  return named.map((place) => ({ ...place, go: () => void navigate({ to: place.to, params: { slug } }) }));
}

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import { useTexts } from '../../i18n';
import { SearchField } from '../search-field';

export type FoundCustomer = components['schemas']['CustomerListItemDto'];

const MAX_FOUND = 6;

interface CustomerSearchProps {
  readonly label: string;
  readonly onFound: (customer: FoundCustomer) => void;
}

/** Finds a customer among all of them. */
export function CustomerSearch({ label, onFound }: CustomerSearchProps): ReactNode {
  const { inbox } = useTexts();
  const [words, setWords] = useState('');
  const { data, error, refetch } = useQuery({
    queryKey: ['listCustomers', { search: words, limit: MAX_FOUND }],
    queryFn: async ({ signal }) =>
      unwrap(
        await api.GET('/api/v1/staff/customers', {
          params: { query: { search: words, limit: MAX_FOUND } },
          signal,
        }),
      ),
    enabled: words !== '',
  });
  return (
    <SearchField
      label={label}
      found={words === '' ? undefined : data?.items}
      hasMore={words !== '' && data?.nextCursor !== undefined}
      error={error}
      retry={() => void refetch()}
      nothingFound={inbox.noCustomer}
      onSearch={setWords}
      nameOf={({ name, number, city }) => [name, number, city].filter(Boolean).join(' · ')}
      onChoose={onFound}
    />
  );
}

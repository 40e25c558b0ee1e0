import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { api, unwrap } from '../../api/client';
import type { components } from '../../api/schema';
import { useTexts } from '../../i18n';

export type FoundCustomer = components['schemas']['CustomerListItemDto'];

const AFTER_TYPING_MS = 300;
const MAX_FOUND = 6;

interface CustomerSearchProps {
  readonly label: string;
  readonly onFound: (customer: FoundCustomer) => void;
}

/** Finds a customer among all of them. */
export function CustomerSearch({ label, onFound }: CustomerSearchProps): ReactNode {
  const { inbox } = useTexts();
  const id = useId();
  const timer = useRef<number>(undefined);
  const [words, setWords] = useState('');
  const { data } = useQuery({
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
  const found = words === '' ? [] : (data?.items ?? []);
  return (
    <div className="customer-search">
      <label htmlFor={id} className="small">
        {label}
      </label>
      <div className="search-box">
        <Search size={18} aria-hidden />
        <input
          id={id}
          type="search"
          className="input"
          autoComplete="off"
          maxLength={100}
          onInput={({ currentTarget }) => {
            clearTimeout(timer.current);
            timer.current = window.setTimeout(() => setWords(currentTarget.value.trim()), AFTER_TYPING_MS);
          }}
          onKeyDown={(event) => {
            // It would send the decision.
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
          }}
        />
      </div>
      {words !== '' && data && found.length === 0 && <p className="muted small">{inbox.noCustomer}</p>}
      {found.map((customer) => (
        <button key={customer.id} type="button" className="button quiet" onClick={() => onFound(customer)}>
          {[customer.name, customer.number, customer.city].filter(Boolean).join(' · ')}
        </button>
      ))}
    </div>
  );
}

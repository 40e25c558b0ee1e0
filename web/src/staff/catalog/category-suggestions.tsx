import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { categoriesQuery } from './queries';

/** The categories that there are, for a field that names the list. */
export function CategorySuggestions({ id }: { readonly id: string }): ReactNode {
  const { data = [] } = useQuery(categoriesQuery);
  return (
    <datalist id={id}>
      {data.map(({ name }) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}

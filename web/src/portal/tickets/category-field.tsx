import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { SelectField } from '../../ui/fields';
import { categoriesQuery } from './queries';

/** What a request is about, of the categories that are offered; not there where there are none. */
export function CategoryField({ chosen }: { readonly chosen?: string }): ReactNode {
  const { tickets } = useTexts();
  const { data } = useQuery(categoriesQuery);
  if (!data || data.items.length === 0) return null;
  return (
    <SelectField name="categoryId" label={tickets.category} defaultValue={chosen ?? ''}>
      <option value="">{tickets.categoryNone}</option>
      {data.items.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

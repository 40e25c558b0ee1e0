import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { SelectField } from '../../ui/fields';
import { colleaguesQuery } from './queries';

/** Whose ticket it is that somebody records who sees those of the company: their own, or a colleague's. */
export function OwnerField({ chosen }: { readonly chosen?: string }): ReactNode {
  const { tickets } = useTexts();
  const me = useMe();
  const { data } = useQuery(colleaguesQuery);
  const colleagues = data?.items.filter(({ id, hasAccess }) => hasAccess && id !== me.id) ?? [];
  if (colleagues.length === 0) return null;
  return (
    <SelectField name="contactId" label={tickets.owner} hint={tickets.ownerHint} defaultValue={chosen ?? ''}>
      <option value="">{tickets.ownerSelf}</option>
      {colleagues.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import type { DraftStore } from '../../session/drafts';
import { useMe } from '../../session/me';
import { FoundSelect } from '../../ui/found-select';
import { isChoice, useNarrowing } from '../../ui/narrowing';
import { colleaguesQuery } from './queries';

/** Whose ticket it is that somebody records who sees those of the company: their own, or a colleague's. */
export function OwnerField({ draft }: { readonly draft: DraftStore }): ReactNode {
  const { tickets } = useTexts();
  const me = useMe();
  const list = useNarrowing(colleaguesQuery, { keep: ({ id, hasAccess }) => hasAccess && id !== me.id });
  if (!isChoice(list)) return null;
  const { contactId: id, contactName: name } = draft.read() ?? {};
  return (
    <FoundSelect
      name="contactId"
      label={tickets.owner}
      hint={tickets.ownerHint}
      list={list}
      searchLabel={tickets.colleagueSearch}
      none={tickets.ownerSelf}
      nameOf={(one) => one.name}
      chosen={id && name ? { id, name, hasAccess: true } : undefined}
      // Who was found by a search is not among the first ones when the page is loaded anew.
      onChoose={(one) => draft.write({ contactName: one?.name ?? '' }, [])}
    />
  );
}

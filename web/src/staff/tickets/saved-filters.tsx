import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { useTenant } from '../../session/tenant';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { useSay } from '../../ui/status';
import { isNarrowed, type TicketSearch, ticketSearch } from './search';

interface SavedFilter {
  readonly name: string;
  readonly search: TicketSearch;
}

const MAX_NAME = 40;

/** Filters that somebody has given a name, kept in this browser; and a button for one more while something is narrowed. */
export function SavedFilters({ search }: { readonly search: TicketSearch }): ReactNode {
  const { common, staffTickets } = useTexts();
  const { filters: texts } = staffTickets;
  const { slug } = useTenant();
  const say = useSay();
  const [saved, keep] = useSavedFilters();
  const [naming, setNaming] = useState(false);
  const narrowed = isNarrowed(search);
  const isSaved = saved.some((filter) => sameSearch(filter.search, search));
  if (saved.length === 0 && !narrowed) return null;
  return (
    <div className="row">
      {saved.length > 0 && (
        <ul className="row" aria-label={texts.title}>
          {saved.map((filter) => (
            <li key={filter.name} className="saved-filter">
              <Link
                to="/staff/$slug/tickets"
                params={{ slug }}
                search={filter.search}
                className="button"
                activeOptions={{ explicitUndefined: true }}
              >
                {filter.name}
              </Link>
              <button
                type="button"
                className="icon-button"
                aria-label={texts.forget(filter.name)}
                onClick={() => {
                  keep(saved.filter((each) => each !== filter));
                  say(texts.forgotten(filter.name));
                }}
              >
                <X size={18} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {narrowed && !isSaved && (
        <button type="button" className="button quiet" onClick={() => setNaming(true)}>
          {texts.save}
        </button>
      )}
      {naming && (
        <Dialog title={texts.save} onClose={() => setNaming(false)}>
          <Form
            className="stack"
            onSend={async (values) => {
              const name = values.text('name');
              // Under a name that is taken, the new one takes its place.
              keep([...saved.filter((each) => each.name !== name), { name, search }]);
              setNaming(false);
              say(texts.saved(name));
            }}
          >
            <TextField name="name" label={texts.name} hint={texts.nameHint} required maxLength={MAX_NAME} />
            <div className="actions end">
              <button type="button" className="button" onClick={() => setNaming(false)}>
                {common.cancel}
              </button>
              <Submit>{texts.save}</Submit>
            </div>
          </Form>
        </Dialog>
      )}
    </div>
  );
}

function useSavedFilters(): [readonly SavedFilter[], (filters: readonly SavedFilter[]) => void] {
  const key = `ticket-filters:${useMe().id}`;
  const [saved, setSaved] = useState(() => read(key));
  return [
    saved,
    (filters) => {
      localStorage.setItem(key, JSON.stringify(filters));
      setSaved(filters);
    },
  ];
}

/** Written by another release, they may say what this one does not know. */
function read(key: string): readonly SavedFilter[] {
  const saved = JSON.parse(localStorage.getItem(key) ?? '[]') as { name: string; search: object }[];
  return saved.map(({ name, search }) => ({ name, search: ticketSearch({ ...search }) }));
}

function sameSearch(one: TicketSearch, other: TicketSearch): boolean {
  return JSON.stringify(ticketSearch({ ...one })) === JSON.stringify(ticketSearch({ ...other }));
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { savedTicketFilterDto as limits } from '../../api/staff-constraints';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { useTenant } from '../../session/tenant';
import { Dialog } from '../../ui/dialog';
import { failureText } from '../../ui/failure';
import { TextField } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import { Refused } from '../refused';
import { changeMyFilters, MOST_FILTERS, myFiltersQuery, withFilter } from './my-filters';
import { isNarrowed, type TicketSearch, ticketSearch } from './search';

/** Filters that somebody has given a name; and a button for one more while something is narrowed, or in an order of its own. */
export function SavedFilters({ search }: { readonly search: TicketSearch }): ReactNode {
  const { common, staffTickets } = useTexts();
  const { filters: texts } = staffTickets;
  const { slug } = useTenant();
  const me = useMe();
  const announce = useAnnounce();
  const { data: saved = [] } = useQuery(myFiltersQuery(me.id));
  const [naming, setNaming] = useState(false);
  const isChosen = isNarrowed(search) || search.order !== undefined;
  const isSaved = saved.some((filter) => sameSearch(filter.search, search));
  if (saved.length === 0 && !isChosen) return null;
  const forget = async (name: string): Promise<void> => {
    try {
      await changeMyFilters(me.id, (filters) => filters.filter((each) => each.name !== name));
      announce(texts.forgotten(name));
    } catch (error) {
      announce(failureText(error, common.failed));
    }
  };
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
                onClick={() => void forget(filter.name)}
              >
                <X size={18} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {isChosen && !isSaved && (
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
              await changeMyFilters(me.id, (filters) => {
                const now = withFilter(filters, { name, search });
                if (now.length > MOST_FILTERS) throw new Refused(texts.full);
                return now;
              });
              setNaming(false);
              announce(texts.saved(name));
            }}
          >
            <TextField
              name="name"
              label={texts.name}
              hint={texts.nameHint}
              required
              maxLength={limits.name.maxLength}
            />
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

function sameSearch(one: TicketSearch, other: TicketSearch): boolean {
  const [first, second] = [one, other].map((each) => ticketSearch({ ...each }));
  return JSON.stringify(first) === JSON.stringify(second);
}

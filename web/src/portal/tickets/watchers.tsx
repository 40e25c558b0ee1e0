import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { useTenant } from '../../session/tenant';
import { SelectField } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { useSay } from '../../ui/status';
import { colleaguesQuery, type TicketDetail, watchersQuery } from './queries';
import type { Values } from '../../ui/values';
import '../../styles/watchers.css';

interface WatchersProps {
  readonly ticket: TicketDetail;
  /** Whether whoever looks at it may change who watches, besides leaving. */
  readonly manages: boolean;
}

/** Who sees the ticket besides its contact; not there for who can neither see nor add anybody. */
export function Watchers({ ticket: { id, contact }, manages }: WatchersProps): ReactNode {
  const { watchers: texts } = useTexts().tickets;
  const me = useMe();
  const { data } = useQuery(watchersQuery(id));
  const colleagues = useQuery({ ...colleaguesQuery, enabled: manages });
  if (!data) return null;
  const { items } = data;
  const known = new Set([contact?.id, ...items.map((watcher) => watcher.id)]);
  const others = colleagues.data?.items.filter((one) => one.hasAccess && !known.has(one.id)) ?? [];
  if (items.length === 0 && others.length === 0) return null;
  return (
    <section className="card watchers" aria-labelledby="watchers">
      <h2 id="watchers">{texts.title}</h2>
      {items.length === 0 ? (
        <p className="muted">{texts.none}</p>
      ) : (
        <ul className="row">
          {items.map((watcher) => (
            <li key={watcher.id}>
              <span>{watcher.name}</span>
              {(manages || watcher.id === me.id) && (
                <Remove ticketId={id} watcher={watcher} stays={manages} />
              )}
            </li>
          ))}
        </ul>
      )}
      {manages && others.length > 0 && <Add key={items.length} ticketId={id} colleagues={others} />}
    </section>
  );
}

interface Person {
  readonly id: string;
  readonly name: string;
}

interface RemoveProps {
  readonly ticketId: string;
  readonly watcher: Person;
  /** Whether whoever removes them sees the ticket still. */
  readonly stays: boolean;
}

function Remove({ ticketId, watcher, stays }: RemoveProps): ReactNode {
  const { watchers: texts } = useTexts().tickets;
  const me = useMe();
  const { slug } = useTenant();
  const navigate = useNavigate();
  const say = useSay();
  const send = async (): Promise<void> => {
    const path = { id: ticketId, contactId: watcher.id };
    unwrap(await api.DELETE('/api/v1/portal/tickets/{id}/watchers/{contactId}', { params: { path } }));
    say(texts.removed(watcher.name));
    if (stays) return refresh(ticketId);
    // A kept list would still show it.
    queries.removeQueries({ queryKey: ['listPortalTickets'] });
    await navigate({ to: '/p/$slug/tickets', params: { slug } });
  };
  const label = watcher.id === me.id ? texts.leave : texts.remove(watcher.name);
  return (
    <Form onSend={send} className="row">
      <button type="submit" className="icon-button" aria-label={label} title={label}>
        <X size={18} aria-hidden />
      </button>
    </Form>
  );
}

interface AddProps {
  readonly ticketId: string;
  readonly colleagues: readonly Person[];
}

function Add({ ticketId, colleagues }: AddProps): ReactNode {
  const { watchers: texts } = useTexts().tickets;
  const say = useSay();
  const send = async (values: Values): Promise<void> => {
    const contactId = values.text('contactId');
    const path = { id: ticketId, contactId };
    unwrap(await api.PUT('/api/v1/portal/tickets/{id}/watchers/{contactId}', { params: { path } }));
    say(texts.added(colleagues.find(({ id }) => id === contactId)?.name ?? ''));
    await refresh(ticketId);
  };
  return (
    <Form onSend={send} className="add">
      <SelectField name="contactId" label={texts.who} required defaultValue="">
        <option value="">{texts.choose}</option>
        {colleagues.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <Submit>{texts.add}</Submit>
    </Form>
  );
}

async function refresh(id: string): Promise<void> {
  await Promise.all(
    ['listPortalTicketWatchers', 'getPortalTicket'].map((operation) =>
      queries.invalidateQueries({ queryKey: [operation, { id }] }),
    ),
  );
}

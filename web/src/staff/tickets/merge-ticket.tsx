import { useQueries, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { isProblem } from '../../api/problems';
import { useTexts } from '../../i18n';
import { useMergeTexts } from '../../i18n/merge-texts';
import { useTenant } from '../../session/tenant';
import { Dialog } from '../../ui/dialog';
import { Failure, Skeleton } from '../../ui/feedback';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import { Choice, Option } from '../inbox/choice';
import { Refused } from '../refused';
import { SearchField } from '../search-field';
import { type TicketWithReaders, MergePreview } from './merge-preview';
import {
  othersOfCustomerQuery,
  type Ticket,
  type TicketDetail,
  ticketHasChanged,
  ticketQuery,
  watchersQuery,
} from './queries';
import '../../styles/decision.css';

interface MergeTicketProps {
  readonly ticket: TicketDetail;
  readonly onClose: () => void;
}

/** Chooses the other ticket, shows what will happen, and makes one of the two. */
export function MergeTicket({ ticket, onClose }: MergeTicketProps): ReactNode {
  const texts = useMergeTexts();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<Ticket>();
  const { data: found, error, refetch } = useQuery(othersOfCustomerQuery(ticket.customer.id, words));
  return (
    <Dialog title={texts.title(ticket.number)} onClose={onClose}>
      {chosen ? (
        <Decision
          ticket={ticket}
          otherId={chosen.id}
          onOther={() => setChosen(undefined)}
          onClose={onClose}
        />
      ) : (
        <>
          <SearchField
            label={texts.other(ticket.customer.name)}
            placeholder={texts.otherHint}
            found={found?.items.filter(({ id }) => id !== ticket.id)}
            hasMore={found?.nextCursor !== undefined}
            error={error}
            retry={() => void refetch()}
            nothingFound={texts.noOther}
            onSearch={setWords}
            nameOf={({ number, subject, contact }) =>
              [number, subject, contact?.name].filter(Boolean).join(' · ')
            }
            onChoose={(one) => {
              setWords('');
              setChosen(one);
            }}
          />
          <Actions onClose={onClose} />
        </>
      )}
    </Dialog>
  );
}

interface DecisionProps extends MergeTicketProps {
  readonly otherId: string;
  readonly onOther: () => void;
}

function Decision({ ticket, otherId, onOther, onClose }: DecisionProps): ReactNode {
  const texts = useMergeTexts();
  const { changedMeanwhile } = useTexts().staffTickets;
  const { slug } = useTenant();
  const announce = useAnnounce();
  const navigate = useNavigate({ from: '/staff/$slug/tickets/$id' });
  const [goesOnId, setGoesOnId] = useState(ticket.id);
  const parts = useQueries({
    queries: [ticketQuery(otherId), watchersQuery(ticket.id), watchersQuery(otherId)],
  });
  const [{ data: other }, { data: watchers }, { data: othersWatchers }] = parts;
  // It is for good: nobody decides before everything is said.
  if (!other || !watchers || !othersWatchers) {
    const failed = parts.find(({ isError }) => isError);
    return (
      <>
        {failed ? (
          <Failure
            error={failed.error}
            retry={() => void Promise.all(parts.map(({ refetch }) => refetch()))}
          />
        ) : (
          <Skeleton lines={6} />
        )}
        <Actions onClose={onClose} />
      </>
    );
  }
  const both: readonly [TicketWithReaders, TicketWithReaders] = [
    { ticket, watchers: watchers.items },
    { ticket: other, watchers: othersWatchers.items },
  ];
  const [goingOn, ending] = goesOnId === ticket.id ? both : [both[1], both[0]];
  const [first, second] = [goingOn.ticket, ending.ticket];

  const send = async (): Promise<void> => {
    const path = { id: first.id, mergedId: second.id };
    const header = { 'If-Match': `"${first.version}"` };
    try {
      unwrap(
        await api.PUT('/api/v1/staff/tickets/{id}/merged/{mergedId}', {
          params: { path, header },
          body: { version: second.version },
        }),
      );
    } catch (error) {
      await Promise.all([ticketHasChanged(first.id), ticketHasChanged(second.id)]);
      throw isProblem(error, 412) ? new Refused(changedMeanwhile) : error;
    }
    onClose();
    announce(texts.done(second.number, first.number));
    // Who has gone on by then is not led back; the place in the list that one came from stays.
    if (first.id !== ticket.id) await navigate({ params: { slug, id: first.id }, search: (place) => place });
    await Promise.all([ticketHasChanged(second.id), ticketHasChanged(first.id)]);
  };
  return (
    <Form label={texts.title(ticket.number)} onSend={send}>
      <Choice name="goesOn" legend={texts.which}>
        {[ticket, other].map(({ id, number, subject }) => (
          <Option
            key={id}
            name="goesOn"
            value={id}
            title={number}
            text={subject}
            checked={id === goesOnId}
            onChoose={() => setGoesOnId(id)}
          />
        ))}
      </Choice>
      <MergePreview first={goingOn} second={ending} />
      <Actions onClose={onClose}>
        <button type="button" className="button" onClick={onOther}>
          {texts.another}
        </button>
        <Submit>{texts.submit}</Submit>
      </Actions>
    </Form>
  );
}

function Actions({
  onClose,
  children,
}: {
  readonly onClose: () => void;
  readonly children?: ReactNode;
}): ReactNode {
  const { common } = useTexts();
  return (
    <div className="actions end">
      <button type="button" className="button" onClick={onClose}>
        {common.cancel}
      </button>
      {children}
    </div>
  );
}

import { UserRoundCheck, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { isProblem } from '../../api/problems';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { failureText } from '../../ui/failure';
import { Notice } from '../../ui/feedback';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import type { Choices } from '../choice-filter';
import { Refused } from '../refused';
import { STATUSES, useCategories, useColleagues } from './choices';
import { PRIORITIES } from './search';
import type { Ticket, TicketChange } from './queries';
import { ChoiceField } from './record-fields';

const NOBODY = 'nobody';

interface SeveralTicketsProps {
  readonly tickets: readonly Ticket[];
  /** Called with those that stay chosen. */
  readonly onSelect: (ids: ReadonlySet<string>) => void;
}

/** Why one of them is not changed. */
interface Refusal {
  readonly id: string;
  readonly text: string;
}

/**
 * Changes several tickets alike: one after the other, each as it stands in the list. What somebody else has changed
 * meanwhile is left alone and stays chosen, as is what the server refuses.
 */
export function SeveralTickets({ tickets, onSelect }: SeveralTicketsProps): ReactNode {
  const { staffTickets, common } = useTexts();
  const { several: texts } = staffTickets;
  const me = useMe();
  const announce = useAnnounce();
  const colleagues = useColleagues();
  const categories = useCategories();
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [done, setDone] = useState<number>();
  const [unfolded, setUnfolded] = useState(false);
  if (tickets.length === 0 && refusals.length === 0) return null;

  const change = async (body: TicketChange): Promise<void> => {
    const refused: Refusal[] = [];
    setRefusals([]);
    for (const [index, ticket] of tickets.entries()) {
      setDone(index);
      try {
        await changeOne(ticket, body);
      } catch (error) {
        const why = isProblem(error, 412) ? texts.changedMeanwhile : failureText(error, common.failed);
        refused.push({ id: ticket.id, text: texts.refusal(ticket.number, ticket.subject, why) });
      }
    }
    await queries.invalidateQueries({ queryKey: ['listTickets'] });
    setDone(undefined);
    setRefusals(refused);
    onSelect(new Set(refused.map(({ id }) => id)));
    announce(texts.report(tickets.length - refused.length, tickets.length));
  };
  const apply = async (values: Values): Promise<void> => {
    const body = entered(values);
    if (Object.keys(body).length === 0) throw new Refused(texts.nothingChosen);
    await change(body);
  };
  const fields: readonly (readonly [name: string, label: string, choices: Choices])[] = [
    ['assigneeId', staffTickets.columns.assignee, [[NOBODY, staffTickets.nobody], ...colleagues]],
    ['status', staffTickets.columns.status, STATUSES.map((each) => [each, staffTickets.status[each]])],
    ['priority', staffTickets.priority, PRIORITIES.map((each) => [each, staffTickets.priorities[each]])],
    ['categoryId', staffTickets.category, categories],
  ];
  const clear = (): void => {
    setRefusals([]);
    onSelect(new Set());
  };
  return (
    <section className="card several" aria-label={texts.title}>
      <div className="actions">
        <button
          type="button"
          className="icon-button"
          aria-label={texts.clear}
          title={texts.clear}
          onClick={clear}
        >
          <X size={20} aria-hidden />
        </button>
        <strong>{texts.chosen(tickets.length)}</strong>
        {tickets.length > 0 && (
          <>
            <Form label={texts.mine} onSend={() => change({ assigneeId: me.id })}>
              <button type="submit" className="button">
                <UserRoundCheck size={18} aria-hidden />
                {texts.mine}
              </button>
            </Form>
            <button
              type="button"
              className="button several-more"
              aria-expanded={unfolded}
              onClick={() => setUnfolded(!unfolded)}
            >
              {texts.more}
            </button>
            <p className="muted small">{texts.mails}</p>
          </>
        )}
      </div>
      {refusals.length > 0 && (
        <Notice tone="warn" role="alert">
          <ul>
            {refusals.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
      {done !== undefined && <progress max={tickets.length} value={done} aria-label={texts.progress} />}
      {tickets.length > 0 && (
        <Form className="several-fields" label={texts.title} onSend={apply}>
          {fields.map(([name, label, choices]) => (
            <ChoiceField key={name} name={name} label={label} none={texts.asItIs(label)} choices={choices} />
          ))}
          <Submit>{texts.submit(tickets.length)}</Submit>
        </Form>
      )}
    </section>
  );
}

async function changeOne({ id, version }: Ticket, body: TicketChange): Promise<void> {
  const header = { 'If-Match': `"${version}"` };
  unwrap(await api.PATCH('/api/v1/staff/tickets/{id}', { params: { path: { id }, header }, body }));
}

/** What is to change; the rest stays as it is. */
function entered(values: Values): TicketChange {
  const assignee = values.optional('assigneeId');
  const status = values.optional('status') as TicketChange['status'];
  const priority = values.optional('priority') as TicketChange['priority'];
  const categoryId = values.optional('categoryId');
  return {
    ...(assignee && { assigneeId: assignee === NOBODY ? null : assignee }),
    ...(status && { status }),
    ...(priority && { priority }),
    ...(categoryId && { categoryId }),
  };
}

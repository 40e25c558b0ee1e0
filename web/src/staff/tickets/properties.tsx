import { UserRoundCheck } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { api, unwrap } from '../../api/client';
import { isProblem } from '../../api/problems';
import { keepAnswer, queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { failureText } from '../../ui/failure';
import { Notice } from '../../ui/feedback';
import { useRefusal } from '../../ui/refusal';
import { useAnnounce } from '../../ui/status';
import { sequentialUpdate } from '../sequential-update';
import { keyOf, useShortcuts } from '../shortcuts';
import { STATUSES, useCategories, useColleagues } from './choices';
import { PRIORITIES } from './search';
import { MoveButton } from './move-button';
import {
  type TicketChange,
  type TicketDetail,
  ticketHasChanged,
  ticketQuery,
  type TicketStatus,
} from './queries';

const AFTER_DONE = ['IN_PROGRESS', 'CLOSED'] as const;

/** Status, priority, category and who works on it: changed where they stand, as the server then says. */
export function Properties({ ticket }: { readonly ticket: TicketDetail }): ReactNode {
  const { staffTickets: texts, common } = useTexts();
  const me = useMe();
  const announce = useAnnounce();
  const { id, status, priority, category, assignee, mergedInto } = ticket;
  // Over once the ticket has changed again, by whomever.
  const [refusal, setRefusal] = useRefusal(() => queries.getQueryData(ticketQuery(id).queryKey)?.version);
  const categories = useCategories().filter(([each]) => each !== category?.id);
  const colleagues = useColleagues().filter(([each]) => each !== assignee?.id);

  const change = async (body: TicketChange): Promise<void> => {
    setRefusal('');
    try {
      const changed = await sequentialUpdate(ticket, async (header) =>
        unwrap(await api.PATCH('/api/v1/staff/tickets/{id}', { params: { path: { id }, header }, body })),
      );
      keepAnswer(ticketQuery(id).queryKey, changed);
      void ticketHasChanged(id);
      announce(texts.saved);
    } catch (error) {
      // What it is by now.
      const refreshed = ticketHasChanged(id);
      if (isProblem(error, 412)) {
        await refreshed;
        setRefusal(texts.changedMeanwhile);
      } else setRefusal(failureText(error, common.failed));
    }
  };
  const isMine = assignee?.id === me.id;
  const assignToMe = (): void => void change({ assigneeId: me.id });
  useShortcuts({ t: isMine ? undefined : assignToMe });
  return (
    <section className="card stack" aria-label={texts.properties}>
      {refusal && (
        <Notice tone="bad" role="alert">
          {refusal}
        </Notice>
      )}
      <Choice
        label={texts.columns.status}
        value={status}
        options={(mergedInto ? [status] : statusesFrom(status)).map((each) => [each, texts.status[each]])}
        onChoose={(next) => void change({ status: next })}
      />
      <Choice
        label={texts.priority}
        value={priority}
        options={PRIORITIES.map((each) => [each, texts.priorities[each]])}
        onChoose={(next) => void change({ priority: next })}
      />
      {(category || categories.length > 0) && (
        <Choice
          label={texts.category}
          value={category?.id ?? ''}
          options={[
            ['', texts.noCategory],
            ...(category ? [[category.id, category.name] as const] : []),
            ...categories,
          ]}
          onChoose={(next) => void change({ categoryId: next || null })}
        />
      )}
      <Choice
        label={texts.columns.assignee}
        value={assignee?.id ?? ''}
        options={[
          ['', texts.nobody],
          ...(assignee ? [[assignee.id, assignee.name] as const] : []),
          ...colleagues,
        ]}
        onChoose={(next) => void change({ assigneeId: next || null })}
      />
      {!isMine && (
        <button type="button" className="button" {...keyOf('t', texts.assignToMe)} onClick={assignToMe}>
          <UserRoundCheck size={18} aria-hidden />
          {texts.assignToMe}
        </button>
      )}
      {!mergedInto && <MoveButton ticket={ticket} />}
    </section>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, label: string])[];
  readonly onChoose: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, onChoose }: ChoiceProps<Value>): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={({ currentTarget }) => {
          const [chosen] = options.find(([each]) => each === currentTarget.value) ?? [];
          // It shows what is so, until the server says otherwise.
          currentTarget.value = value;
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Where a ticket may go from here; the server has the last word. */
function statusesFrom(status: TicketStatus): readonly TicketStatus[] {
  const next: readonly TicketStatus[] = status === 'RESOLVED' || status === 'CLOSED' ? AFTER_DONE : STATUSES;
  return [status, ...next.filter((each) => each !== status)];
}

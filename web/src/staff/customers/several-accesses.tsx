import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, CircleDashed, Clock } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useFormat, useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { Failure, Skeleton } from '../../ui/feedback';
import { Form, Submit } from '../../ui/form';
import type { Values } from '../../ui/values';
import { RoleChoice } from '../inbox/role-choice';
import { Refused } from '../refused';
import { giveAccesses } from './access';
import { type Contact, customerHasChanged, type GivenAccess, nameOf, type Role } from './queries';

interface SeveralAccessesProps {
  readonly contacts: readonly Contact[];
  readonly onClose: () => void;
}

type Outcomes = ReadonlyMap<string, GivenAccess>;

/** Access for several contacts: first who gets a mail and who does not, then what became of each. */
export function SeveralAccesses({ contacts: given, onClose }: SeveralAccessesProps): ReactNode {
  const { customers, inbox, common } = useTexts();
  const { several: texts } = customers;
  // Once it is done, they are others in the list.
  const [contacts] = useState(given);
  const [done, setDone] = useState<Outcomes>();
  // Of the role nothing depends that is shown.
  const preview = useQuery({
    queryKey: ['givePortalAccesses', contacts.map(({ id }) => id)],
    queryFn: () => giveAccesses(contacts, 'USER', true),
    gcTime: 0,
  });
  const outcomes = done ?? preview.data;
  const invites = countOf(outcomes, 'INVITED');
  const mails = invites + countOf(outcomes, 'SENT_AGAIN');

  const run = async (values: Values): Promise<void> => {
    if (invites > 0 && !values.raw('role')) throw new Refused(inbox.roleMissing, 'role');
    // Who has a role keeps it.
    const now = await giveAccesses(contacts, (values.raw('role') || 'USER') as Role, false);
    setDone(now);
    const [first] = contacts;
    if (first) await customerHasChanged(first.customerId);
  };
  const recipients = outcomes && contacts.length > 0 && (
    <ul className="customer-list">
      {contacts.map((contact) => (
        <li key={contact.id}>
          <span>
            <span>{nameOf(contact)}</span>
            <span className="muted small">{contact.email}</span>
          </span>
          <Outcome given={outcomes.get(contact.id)} isDone={done !== undefined} />
        </li>
      ))}
    </ul>
  );
  return (
    <Dialog title={texts.title(contacts.length)} onClose={onClose}>
      {preview.isError && <Failure error={preview.error} retry={() => void preview.refetch()} />}
      {!outcomes && !preview.isError && <Skeleton lines={contacts.length} />}
      {contacts.length === 0 && <p>{texts.nobody}</p>}
      <div role="status">{done && <Report outcomes={done} />}</div>
      {done && recipients}
      {done ? (
        <div className="actions end">
          <button ref={focus} type="button" className="button" onClick={onClose}>
            {common.close}
          </button>
        </div>
      ) : (
        <Form label={texts.title(contacts.length)} onSend={run}>
          {invites > 0 && (
            <div ref={focusChoice}>
              <RoleChoice name="role" />
            </div>
          )}
          {recipients}
          <div className="actions end">
            <button type="button" className="button" onClick={onClose}>
              {common.cancel}
            </button>
            {mails > 0 && <Submit>{texts.submit(mails)}</Submit>}
          </div>
        </Form>
      )}
    </Dialog>
  );
}

/** It comes once it is known who gets a mail; until then the focus is where one gives up. */
function focusChoice(element: HTMLDivElement | null): void {
  element?.querySelector('input')?.focus();
}

/** What was pressed is gone. */
function focus(element: HTMLButtonElement | null): void {
  element?.focus();
}

/** How many mails leave, and when the last one does. */
function Report({ outcomes }: { readonly outcomes: Outcomes }): ReactNode {
  const { several: texts } = useTexts().customers;
  const format = useFormat();
  const last = [...outcomes.values()]
    .flatMap(({ mailAt }) => mailAt ?? [])
    .sort()
    .at(-1);
  const mails = mailsOf(outcomes);
  return (
    <p>
      {texts.report(mails)} {mails > 1 && last && texts.lastAt(format.dateTime(last))}
    </p>
  );
}

interface OutcomeProps {
  readonly given: GivenAccess | undefined;
  readonly isDone: boolean;
}

/** What will become of one of them, or has. */
function Outcome({ given, isDone }: OutcomeProps): ReactNode {
  const { several: texts } = useTexts().customers;
  const outcome = given?.outcome ?? 'UNKNOWN';
  const mailed = outcome === 'INVITED' || outcome === 'SENT_AGAIN';
  const stays = outcome === 'UNCHANGED';
  const Icon = mailed ? (isDone ? CircleCheck : Clock) : stays ? CircleDashed : CircleAlert;
  return (
    <span className={`mail-state small ${mailed || stays ? '' : 'bad'}`}>
      <Icon size={16} aria-hidden />
      {isDone && mailed ? texts.mailOnItsWay : texts.outcomes[outcome]}
    </span>
  );
}

function mailsOf(outcomes: Outcomes): number {
  return countOf(outcomes, 'INVITED') + countOf(outcomes, 'SENT_AGAIN');
}

function countOf(outcomes: Outcomes | undefined, outcome: GivenAccess['outcome']): number {
  return [...(outcomes?.values() ?? [])].filter((given) => given.outcome === outcome).length;
}

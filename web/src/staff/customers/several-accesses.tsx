import { CircleAlert, CircleCheck, Clock } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { failureText } from '../../ui/failure';
import { Form, Submit } from '../../ui/form';
import { Refused } from '../refused';
import { useSay } from '../../ui/status';
import type { Values } from '../../ui/values';
import { RoleChoice } from '../inbox/role-choice';
import { activate } from './access';
import { type Contact, customerHasChanged, nameOf, type Role } from './queries';

interface SeveralAccessesProps {
  readonly contacts: readonly Contact[];
  readonly onClose: () => void;
}

type Result = { readonly good: boolean; readonly text: string };

/** Access for several contacts: first who gets a mail and who does not, then one after the other, then a report. */
export function SeveralAccesses({ contacts, onClose }: SeveralAccessesProps): ReactNode {
  const { customers, inbox, common } = useTexts();
  const { several: texts } = customers;
  const say = useSay();
  const stopped = useRef(false);
  const [results, setResults] = useState<ReadonlyMap<string, Result>>();
  // Who has none, or none any more, is invited; of who has one this changes nothing.
  const invited = contacts.filter(
    ({ email, portalAccess: { state } }) => email && (state === 'NONE' || state === 'DEACTIVATED'),
  );
  const done = results !== undefined && results.size === invited.length;

  const close = (): void => {
    stopped.current = true;
    onClose();
  };
  const run = async (values: Values): Promise<void> => {
    if (!values.raw('role')) throw new Refused(inbox.roleMissing, 'role');
    const role = values.raw('role') as Role;
    let good = 0;
    setResults(new Map());
    for (const contact of invited) {
      if (stopped.current) break;
      const result = await activate(contact, role).then(
        () => ({ good: true, text: texts.mailOnItsWay }),
        (error: unknown) => ({ good: false, text: failureText(error, common.failed) }),
      );
      if (result.good) good += 1;
      setResults((soFar) => new Map(soFar).set(contact.id, result));
    }
    say(texts.report(good, invited.length));
    const [first] = contacts;
    if (first) await customerHasChanged(first.customerId);
  };
  return (
    <Dialog title={texts.title(contacts.length)} onClose={close}>
      <ul className="customer-list">
        {contacts.map((contact) => (
          <li key={contact.id}>
            <span>
              <span>{nameOf(contact)}</span>
              <span className="muted small">{contact.email}</span>
            </span>
            <Outlook contact={contact} result={results?.get(contact.id)} />
          </li>
        ))}
      </ul>
      {results ? (
        <>
          <progress max={invited.length} value={results.size} aria-label={texts.progress} />
          <p>
            {done
              ? texts.report([...results.values()].filter(({ good }) => good).length, invited.length)
              : texts.running(results.size, invited.length)}
          </p>
          <div className="actions end">
            <button type="button" className="button" onClick={close}>
              {done ? common.close : texts.stop}
            </button>
          </div>
        </>
      ) : (
        <Form label={texts.title(contacts.length)} onSend={run}>
          {invited.length > 0 && <RoleChoice name="role" />}
          <div className="actions end">
            <button type="button" className="button" onClick={close}>
              {common.cancel}
            </button>
            {invited.length > 0 && <Submit>{texts.submit(invited.length)}</Submit>}
          </div>
        </Form>
      )}
    </Dialog>
  );
}

interface OutlookProps {
  readonly contact: Contact;
  readonly result: Result | undefined;
}

/** What will become of one of them, or has. */
function Outlook({ contact, result }: OutlookProps): ReactNode {
  const { several: texts } = useTexts().customers;
  const { email, portalAccess } = contact;
  const refused =
    portalAccess.state === 'INVITED' || portalAccess.state === 'ACTIVE'
      ? texts.hasAccess
      : email
        ? undefined
        : texts.noEmail;
  const good = result ? result.good : refused === undefined;
  const Icon = good ? (result ? CircleCheck : Clock) : CircleAlert;
  return (
    <span className={`mail-state small ${good ? '' : 'bad'}`}>
      <Icon size={16} aria-hidden />
      {result?.text ?? refused ?? texts.getsMail}
    </span>
  );
}

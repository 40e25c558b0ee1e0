import { Link } from '@tanstack/react-router';
import { CircleAlert, Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Pill } from '../../ui/feedback';
import { Ago } from '../../ui/time';
import { problemText } from './problem-text';
import type { MailDelivery } from './queries';

interface MailTableProps {
  readonly mails: readonly MailDelivery[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly onToggle: (id: string) => void;
  readonly onResend: (mail: MailDelivery) => void;
}

export function MailTable({ mails, selected, onSelect, onToggle, onResend }: MailTableProps): ReactNode {
  const { mails: texts } = useTexts().setup;
  const all = mails.every(({ id }) => selected.has(id));
  return (
    <table className="table" aria-label={texts.title}>
      <thead>
        <tr>
          <th scope="col">
            <input
              type="checkbox"
              aria-label={texts.selectAll}
              checked={all}
              onChange={() => onSelect(new Set(all ? [] : mails.map(({ id }) => id)))}
            />
          </th>
          <th scope="col">{texts.mail}</th>
          <th scope="col">{texts.state}</th>
          <th scope="col">{texts.since}</th>
          <th scope="col">
            <span className="visually-hidden">{texts.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <Row
            key={mail.id}
            mail={mail}
            selected={selected.has(mail.id)}
            onToggle={() => onToggle(mail.id)}
            onResend={() => onResend(mail)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly mail: MailDelivery;
  readonly selected: boolean;
  readonly onToggle: () => void;
  readonly onResend: () => void;
}

function Row({ mail, selected, onToggle, onResend }: RowProps): ReactNode {
  const { mails: texts } = useTexts().setup;
  const { kind, state, recipient, createdAt } = mail;
  const name = recipient?.name ?? texts.somebody;
  const what = (texts.kinds as Readonly<Record<string, string>>)[kind] ?? kind;
  return (
    <tr>
      <td>
        <input type="checkbox" aria-label={texts.select(what, name)} checked={selected} onChange={onToggle} />
      </td>
      <th scope="row">
        {what}
        <span className="under">
          {texts.to} <Recipient mail={mail} name={name} /> <About mail={mail} />
        </span>
      </th>
      <td>
        {state === 'FAILED' ? (
          <Pill tone="bad" icon={CircleAlert}>
            {texts.states.FAILED}
          </Pill>
        ) : (
          <Pill tone="warn" icon={Clock}>
            {texts.states.QUEUED}
          </Pill>
        )}
        <span className="under">{problemText(mail, texts)}</span>
      </td>
      <td className="muted">
        <Ago at={createdAt} />
      </td>
      <td>
        <button
          type="button"
          className="button"
          aria-label={texts.resendNamed(what, name)}
          onClick={onResend}
        >
          {texts.resend}
        </button>
      </td>
    </tr>
  );
}

/** Where it can be seen to: the customer of a contact, the staff. */
function Recipient({ mail, name }: { readonly mail: MailDelivery; readonly name: string }): ReactNode {
  const { slug } = useTenant();
  const { recipient } = mail;
  if (recipient?.customerId) {
    return (
      <Link to="/staff/$slug/customers/$id" params={{ slug, id: recipient.customerId }}>
        {name}
      </Link>
    );
  }
  if (!recipient) return name;
  return (
    <Link to="/staff/$slug/users" params={{ slug }}>
      {name}
    </Link>
  );
}

function About({ mail: { ticketId, orderId } }: { readonly mail: MailDelivery }): ReactNode {
  const { mails: texts } = useTexts().setup;
  const { slug } = useTenant();
  if (ticketId) {
    return (
      <Link to="/staff/$slug/tickets/$id" params={{ slug, id: ticketId }}>
        {texts.ticket}
      </Link>
    );
  }
  if (!orderId) return null;
  return (
    <Link to="/staff/$slug/orders/$id" params={{ slug, id: orderId }}>
      {texts.order}
    </Link>
  );
}

import { Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { AccessCell } from './access-cell';
import { type Contact, nameOf } from './queries';
import '../../styles/table.css';

interface ContactTableProps {
  readonly contacts: readonly Contact[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly onEdit: (contact: Contact) => void;
}

/** A real table; on narrow screens each row is a card. */
export function ContactTable({ contacts, selected, onSelect, onEdit }: ContactTableProps): ReactNode {
  const { contacts: texts } = useTexts().customers;
  const all = contacts.every(({ id }) => selected.has(id));
  const choose = (ids: readonly string[], on: boolean): void => {
    const next = new Set(selected);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    onSelect(next);
  };
  return (
    <table className="table contacts" aria-labelledby="contacts">
      <thead>
        <tr>
          <th scope="col">
            <input
              type="checkbox"
              aria-label={texts.selectAll}
              checked={all}
              onChange={({ currentTarget }) =>
                choose(
                  contacts.map(({ id }) => id),
                  currentTarget.checked,
                )
              }
            />
          </th>
          <th scope="col">{texts.columns.name}</th>
          <th scope="col">{texts.columns.reach}</th>
          <th scope="col">{texts.columns.portal}</th>
        </tr>
      </thead>
      <tbody>
        {contacts.map((contact) => {
          const { id, email, phone, mobile, position } = contact;
          return (
            <tr key={id}>
              <td>
                <input
                  type="checkbox"
                  aria-label={texts.select(nameOf(contact))}
                  checked={selected.has(id)}
                  onChange={({ currentTarget }) => choose([id], currentTarget.checked)}
                />
              </td>
              <th scope="row">
                <span className="contact-name">
                  {nameOf(contact)}
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={texts.edit(nameOf(contact))}
                    onClick={() => onEdit(contact)}
                  >
                    <Pencil size={16} aria-hidden />
                  </button>
                </span>
                {position && <span className="under">{position}</span>}
              </th>
              <td>
                {email ?? <span className="muted">{texts.noEmail}</span>}
                <span className="under">{[phone, mobile].filter(Boolean).join(' · ')}</span>
              </td>
              <td>
                <AccessCell contact={contact} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

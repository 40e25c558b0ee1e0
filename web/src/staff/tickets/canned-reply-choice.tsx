import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { Dialog } from '../../ui/dialog';
import type { CannedReply, TicketDetail } from './queries';

interface CannedReplyChoiceProps {
  readonly replies: readonly CannedReply[];
  /** What the text will be about. */
  readonly ticket: TicketDetail;
  /** Gets the text with its placeholders filled in. */
  readonly onChoose: (text: string) => void;
  readonly onClose: () => void;
}

const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/g;

/** Finds one of the canned replies by what it is called or says. Enter takes the first. */
export function CannedReplyChoice(props: CannedReplyChoiceProps): ReactNode {
  const { replies, ticket, onChoose, onClose } = props;
  const { common, staffTickets } = useTexts();
  const { canned: texts } = staffTickets;
  const me = useMe();
  const [words, setWords] = useState('');
  const values: Readonly<Record<string, string>> = {
    contactName: ticket.contact?.name ?? ticket.customer.name,
    ticketNumber: ticket.number,
    staffName: me.name,
  };
  const filled = replies.map(({ id, name, body }) => ({
    id,
    name,
    text: body.replace(PLACEHOLDER, (as, placeholder: string) => values[placeholder] ?? as),
  }));
  const found = filled.filter(({ name, text }) =>
    `${name} ${text}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
  const choose = (text: string): void => {
    onChoose(text);
    onClose();
  };
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <input
        type="search"
        className="input"
        aria-label={texts.search}
        placeholder={texts.search}
        autoComplete="off"
        onInput={({ currentTarget }) => setWords(currentTarget.value)}
        onKeyDown={({ key }) => {
          if (key === 'Enter' && found[0]) choose(found[0].text);
        }}
      />
      {found.length === 0 && <p className="muted">{texts.nothing}</p>}
      <ul className="canned">
        {found.map(({ id, name, text }) => (
          <li key={id}>
            <button type="button" className="button quiet" onClick={() => choose(text)}>
              <strong>{name}</strong>
              <span className="muted small">{text}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="actions end">
        <button type="button" className="button" onClick={onClose}>
          {common.cancel}
        </button>
      </div>
    </Dialog>
  );
}

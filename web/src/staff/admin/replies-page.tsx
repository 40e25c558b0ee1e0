import { useQuery } from '@tanstack/react-query';
import { Plus, TextQuote } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { Empty } from '../../ui/feedback';
import { Loaded } from '../../ui/loaded';
import { cannedRepliesQuery, type CannedReply } from '../tickets/queries';
import { AdminPage } from './admin-page';
import { ReplyDialog } from './reply-dialog';

/** The texts that staff send often. */
export function RepliesPage(): ReactNode {
  const { replies: texts } = useTexts();
  const query = useQuery(cannedRepliesQuery);
  const [open, setOpen] = useState<CannedReply | 'new'>();
  return (
    <AdminPage
      title={texts.title}
      actions={
        <button type="button" className="button primary" onClick={() => setOpen('new')}>
          <Plus size={18} aria-hidden />
          {texts.add}
        </button>
      }
    >
      <p className="muted">{texts.text}</p>
      <Loaded query={query}>
        {({ items }) => <Replies replies={items} onOpen={(reply) => setOpen(reply)} />}
      </Loaded>
      {open && <ReplyDialog reply={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </AdminPage>
  );
}

interface RepliesProps {
  readonly replies: readonly CannedReply[];
  readonly onOpen: (reply: CannedReply) => void;
}

function Replies({ replies, onOpen }: RepliesProps): ReactNode {
  const {
    replies: texts,
    admin: { users },
  } = useTexts();
  if (replies.length === 0) {
    return (
      <div className="card">
        <Empty icon={TextQuote} title={texts.nothing}>
          {texts.nothingText}
        </Empty>
      </div>
    );
  }
  return (
    <table className="table" aria-label={texts.title}>
      <thead>
        <tr>
          <th scope="col">{texts.name}</th>
          <th scope="col">{texts.body}</th>
          <th scope="col">
            <span className="visually-hidden">{users.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {replies.map((reply) => (
          <tr key={reply.id}>
            <th scope="row">{reply.name}</th>
            <td className="muted prose small">{reply.body}</td>
            <td>
              <div className="actions end">
                <button
                  type="button"
                  className="button"
                  aria-label={users.changeNamed(reply.name)}
                  onClick={() => onOpen(reply)}
                >
                  {users.change}
                </button>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

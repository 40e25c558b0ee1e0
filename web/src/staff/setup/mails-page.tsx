import { useInfiniteQuery } from '@tanstack/react-query';
import { MailCheck, RotateCw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { resendMailsDto as limits } from '../../api/staff-constraints';
import { useTexts } from '../../i18n';
import { failureText } from '../../ui/failure';
import { Empty, Failure, Notice, Skeleton } from '../../ui/feedback';
import { LoadMore } from '../../ui/load-more';
import { useAnnounce } from '../../ui/status';
import { AdminPage } from '../admin/admin-page';
import { useSelection } from '../tickets/selection';
import { MailTable } from './mail-table';
import { resendMails, undeliveredMailsQuery } from './queries';
import { TestMail } from './test-mail';

/** So many a call. */
const MOST = limits.mailIds.maxItems;

/** Mails that have not left, and whether mails leave at all. */
export function MailsPage(): ReactNode {
  const { mails: texts, test } = useTexts().setup;
  return (
    <AdminPage title={texts.title}>
      <section className="card setting" aria-labelledby="test-mail">
        <div>
          <h2 id="test-mail">{test.title}</h2>
          <p className="muted small">{test.text}</p>
        </div>
        <TestMail />
      </section>
      <Undelivered />
    </AdminPage>
  );
}

function Undelivered(): ReactNode {
  const { setup, common } = useTexts();
  const { mails: texts } = setup;
  const announce = useAnnounce();
  const list = useInfiniteQuery(undeliveredMailsQuery);
  const { selected, select, toggle } = useSelection();
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  if (list.isPending) return <Skeleton lines={6} />;
  if (list.isError && !list.data) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const mails = list.data.pages.flatMap(({ items }) => items);
  const chosen = mails.filter(({ id }) => selected.has(id)).slice(0, MOST);
  const resend = async (ids: string[]): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setRefusal('');
    try {
      announce(texts.resent(await resendMails(ids)));
      select(new Set());
    } catch (error) {
      setRefusal(failureText(error, common.failed));
    } finally {
      setBusy(false);
    }
  };
  if (mails.length === 0) {
    return (
      <div className="card">
        <Empty icon={MailCheck} title={texts.nothing}>
          {texts.nothingText}
        </Empty>
      </div>
    );
  }
  return (
    <>
      <p className="muted">{texts.text}</p>
      {refusal && (
        <Notice tone="bad" role="alert">
          {refusal}
        </Notice>
      )}
      <div className="actions">
        <button
          type="button"
          className="button"
          aria-disabled={busy || chosen.length === 0}
          onClick={() => chosen.length > 0 && void resend(chosen.map(({ id }) => id))}
        >
          <RotateCw size={18} aria-hidden />
          {texts.resendChosen(chosen.length)}
        </button>
      </div>
      <MailTable
        mails={mails}
        selected={selected}
        onSelect={select}
        onToggle={toggle}
        onResend={({ id }) => void resend([id])}
      />
      <LoadMore list={list} />
    </>
  );
}

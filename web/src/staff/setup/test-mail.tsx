import { useQuery } from '@tanstack/react-query';
import { MailCheck } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useAttempt } from '../../api/attempts';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { failureText } from '../../ui/failure';
import { Notice, type Tone } from '../../ui/feedback';
import { problemText } from './problem-text';
import { firstStepsQuery, type MailDelivery, mailDeliveryQuery } from './queries';

const TONES: Record<MailDelivery['state'], Tone> = {
  QUEUED: 'info',
  SENT: 'good',
  FAILED: 'bad',
  SUPPRESSED: 'neutral',
};

/** A mail to oneself, and what becomes of it. */
export function TestMail(): ReactNode {
  const { setup, common } = useTexts();
  const { test: texts } = setup;
  const attempt = useAttempt();
  const [mailId, setMailId] = useState('');
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setRefusal('');
    setMailId('');
    try {
      const mail = await attempt({}, async (header) =>
        unwrap(await api.POST('/api/v1/staff/test-mails', { params: { header } })),
      );
      setMailId(mail.id);
    } catch (error) {
      setRefusal(failureText(error, common.failed));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack">
      <div className="actions">
        <button type="button" className="button" aria-disabled={busy} onClick={() => void send()}>
          <MailCheck size={18} aria-hidden />
          {texts.send}
        </button>
      </div>
      {refusal && (
        <Notice tone="bad" role="alert">
          {refusal}
        </Notice>
      )}
      <div aria-live="polite">{mailId && <Outcome mailId={mailId} />}</div>
    </div>
  );
}

function Outcome({ mailId }: { readonly mailId: string }): ReactNode {
  const { test: texts, mails } = useTexts().setup;
  const { email } = useMe();
  const { data: mail } = useQuery(mailDeliveryQuery(mailId));
  const sent = mail?.state === 'SENT';
  useEffect(() => {
    if (sent) void queries.invalidateQueries({ queryKey: firstStepsQuery.queryKey });
  }, [sent]);
  if (!mail) return null;
  return (
    <Notice tone={mail.problem && mail.state === 'QUEUED' ? 'warn' : TONES[mail.state]}>
      {texts.outcome[mail.state](email)} {mail.problem && problemText(mail, mails)}
    </Notice>
  );
}

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useAttempt } from '../../api/attempts';
import { api, unwrap } from '../../api/client';
import { keepAnswer } from '../../api/queries';
import { useFormat, useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { Facts } from '../../ui/facts';
import { failureText } from '../../ui/failure';
import { Failure, Notice, Skeleton } from '../../ui/feedback';
import { useAnnounce } from '../../ui/status';
import { accessHasChanged, activate, deactivate } from './access';
import { CredentialsMail } from './credentials-mail';
import { accessQuery, type Contact, nameOf, type PortalAccess } from './queries';

interface ManageAccessProps {
  readonly contact: Contact;
  readonly onClose: () => void;
}

/** An access that is there: its mail, another role, its end. */
export function ManageAccess({ contact, onClose }: ManageAccessProps): ReactNode {
  const { access: texts } = useTexts().customers;
  const { data, isError, error, refetch } = useQuery(accessQuery(contact.id));
  return (
    <Dialog title={texts.manageTitle(nameOf(contact))} onClose={onClose}>
      {isError && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !isError && <Skeleton lines={4} />}
      {data && <Access contact={contact} access={data} onClose={onClose} />}
    </Dialog>
  );
}

function Access({
  contact,
  access,
  onClose,
}: ManageAccessProps & { readonly access: PortalAccess }): ReactNode {
  const { customers, common } = useTexts();
  const { access: texts } = customers;
  const format = useFormat();
  const announce = useAnnounce();
  const attempt = useAttempt();
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  const { role, state, login, invitedAt, lastLoginAt, credentialsMail } = access;
  const other = role === 'MAIN_USER' ? 'USER' : 'MAIN_USER';

  const act = async (what: () => Promise<unknown>, done: string, closes = false): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setRefusal('');
    try {
      await what();
      if (closes) onClose();
      announce(done);
    } catch (error) {
      setRefusal(failureText(error, common.failed));
    } finally {
      setBusy(false);
    }
    // Also after a refusal: then it is not what this page thought.
    await accessHasChanged(contact);
  };
  const sendAgain = (): Promise<void> =>
    attempt({ again: contact.id }, async (header) => {
      const path = { id: contact.id };
      const sent = unwrap(
        await api.POST('/api/v1/staff/contacts/{id}/portal-access/credentials-mails', {
          params: { path, header },
        }),
      );
      keepAnswer(accessQuery(contact.id).queryKey, sent);
    });
  return (
    <>
      {refusal && (
        <Notice tone="bad" role="alert">
          {refusal}
        </Notice>
      )}
      <Facts
        facts={[
          [texts.role, role && texts.roles[role]],
          [texts.login, login],
          [texts.invitedAt, invitedAt && format.dateTime(invitedAt)],
          [texts.lastLogin, lastLoginAt ? format.dateTime(lastLoginAt) : texts.never],
        ]}
      />
      {credentialsMail && <CredentialsMail mail={credentialsMail} />}
      <div className="actions">
        {state === 'INVITED' && (
          <button
            type="button"
            className="button"
            aria-disabled={busy}
            onClick={() => void act(sendAgain, texts.sentAgain)}
          >
            {texts.sendAgain}
          </button>
        )}
        <button
          type="button"
          className="button"
          aria-disabled={busy}
          onClick={() => void act(() => activate(contact, other), texts.roleChanged)}
        >
          {texts.makeRole[other]}
        </button>
        <button
          type="button"
          className="button danger"
          aria-disabled={busy}
          onClick={() => void act(() => deactivate(contact), texts.deactivated(nameOf(contact)), true)}
        >
          {texts.deactivate}
        </button>
      </div>
      <p className="muted small">{texts.deactivateText}</p>
      <div className="actions end">
        <button type="button" className="button" onClick={onClose}>
          {common.close}
        </button>
      </div>
    </>
  );
}

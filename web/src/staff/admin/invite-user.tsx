import type { ReactNode } from 'react';
import { useAttempt } from '../../api/attempts';
import { api, unwrap } from '../../api/client';
import { useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { useProof } from './proof';
import { staffUsersHaveChanged } from './queries';
import { roleOf, UserFields } from './user-fields';

export function InviteUser({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { admin, common } = useTexts();
  const { users: texts } = admin;
  const { prove, dialog } = useProof();
  const attempt = useAttempt();
  const announce = useAnnounce();
  const send = async (values: Values): Promise<void> => {
    const wanted = {
      name: values.text('name'),
      email: values.text('email'),
      role: roleOf(values.text('role')),
    };
    await prove((currentPassword) => {
      const body = { ...wanted, currentPassword };
      return attempt(body, async (header) =>
        unwrap(await api.POST('/api/v1/staff/users', { params: { header }, body })),
      );
    });
    await staffUsersHaveChanged();
    onClose();
    announce(texts.invited(wanted.email));
  };
  return (
    <Dialog title={texts.invite} onClose={onClose}>
      <p className="muted">{texts.inviteText}</p>
      <Form onSend={send}>
        <UserFields />
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <Submit>{texts.sendInvitation}</Submit>
        </div>
      </Form>
      {dialog}
    </Dialog>
  );
}

import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { Form, Submit } from '../../ui/form';
import { Refused } from '../refused';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { RoleChoice } from '../inbox/role-choice';
import { accessHasChanged, activate } from './access';
import { type Contact, nameOf, type Role } from './queries';

interface ActivateAccessProps {
  readonly contact: Contact;
  readonly onClose: () => void;
}

/** Asks Hauptbenutzer or Benutzer; then the mail with the credentials goes out. */
export function ActivateAccess({ contact, onClose }: ActivateAccessProps): ReactNode {
  const { customers, inbox, common } = useTexts();
  const { access: texts } = customers;
  const announce = useAnnounce();
  const send = async (values: Values): Promise<void> => {
    if (!values.raw('role')) throw new Refused(inbox.roleMissing, 'role');
    await activate(contact, values.raw('role') as Role);
    onClose();
    announce(texts.activated(nameOf(contact)));
    await accessHasChanged(contact);
  };
  return (
    <Dialog title={texts.activateTitle(nameOf(contact))} onClose={onClose}>
      {contact.email && <p className="muted">{texts.mailGoesTo(contact.email)}</p>}
      <Form label={texts.activateTitle(nameOf(contact))} onSend={send}>
        <RoleChoice name="role" />
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <Submit>{texts.activateAndSend}</Submit>
        </div>
      </Form>
    </Dialog>
  );
}

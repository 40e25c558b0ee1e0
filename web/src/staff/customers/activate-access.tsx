import type { ReactNode } from 'react';
import { createContactDto as limits } from '../../api/staff-constraints';
import { useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { Refused } from '../refused';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { RoleChoice } from '../inbox/role-choice';
import { accessHasChanged, activate, setEmail } from './access';
import { type Contact, nameOf, type Role } from './queries';

interface ActivateAccessProps {
  readonly contact: Contact;
  readonly onClose: () => void;
}

/** Asks Hauptbenutzer or Benutzer, and for an address where there is none; then the mail with the credentials goes out. */
export function ActivateAccess({ contact, onClose }: ActivateAccessProps): ReactNode {
  const { customers, inbox, common } = useTexts();
  const { access: texts } = customers;
  const announce = useAnnounce();
  const send = async (values: Values): Promise<void> => {
    if (!values.raw('role')) throw new Refused(inbox.roleMissing, 'role');
    if (!contact.email) await setEmail(contact, values.text('email'));
    await activate(contact, values.raw('role') as Role);
    onClose();
    announce(texts.activated(nameOf(contact)));
    await accessHasChanged(contact);
  };
  return (
    <Dialog title={texts.activateTitle(nameOf(contact))} onClose={onClose}>
      {contact.email && <p className="muted">{texts.mailGoesTo(contact.email)}</p>}
      <Form label={texts.activateTitle(nameOf(contact))} onSend={send}>
        {!contact.email && (
          <TextField
            name="email"
            type="email"
            label={customers.contacts.fields.email}
            hint={texts.emailMissing}
            maxLength={limits.email.maxLength}
            required
            autoComplete="off"
          />
        )}
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

import { type ReactNode, useState } from 'react';
import { useAttempt } from '../../api/attempts';
import { api, unwrap } from '../../api/client';
import { createContactDto as limits } from '../../api/staff-constraints';
import { useTexts } from '../../i18n';
import { useCan } from '../../session/me';
import { Dialog } from '../../ui/dialog';
import { PasswordField } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { EditRecord } from './edit-record';
import { EraseContact } from './erase-contact';
import { accessHasChanged } from './access';
import { MoveContact } from './move-contact';
import { type Contact, customerHasChanged, nameOf } from './queries';
import { type RecordField, RecordFields } from './record-fields';

type Field = 'firstName' | 'lastName' | 'email' | 'phone' | 'mobile' | 'position' | 'language' | 'notes';

interface ContactFormProps {
  readonly customerId: string;
  /** Absent for a new one. */
  readonly contact?: Contact;
  readonly onClose: () => void;
}

export function ContactForm({ customerId, contact, onClose }: ContactFormProps): ReactNode {
  const [leaving, setLeaving] = useState<'erase' | 'move'>();
  if (!contact) return <NewContact customerId={customerId} onClose={onClose} />;
  return (
    <>
      <EditContact contact={contact} onClose={onClose} onLeave={setLeaving} />
      {leaving === 'erase' && (
        <EraseContact contact={contact} onCancel={() => setLeaving(undefined)} onDone={onClose} />
      )}
      {leaving === 'move' && (
        <MoveContact contact={contact} onCancel={() => setLeaving(undefined)} onDone={onClose} />
      )}
    </>
  );
}

function useFields(): readonly RecordField<Field>[] {
  const { customers, common } = useTexts();
  const { contacts: texts } = customers;
  const field = (name: Exclude<Field, 'language'>, more?: Partial<RecordField<Field>>) => ({
    name,
    label: texts.fields[name],
    maxLength: limits[name].maxLength,
    ...more,
  });
  return [
    field('firstName'),
    field('lastName', { required: true }),
    field('email', { type: 'email', hint: texts.emailHint }),
    field('position'),
    field('phone', { type: 'tel' }),
    field('mobile', { type: 'tel' }),
    {
      name: 'language',
      label: texts.fields.language,
      options: [
        ['', texts.languageOfTenant],
        ['de', common.languages.de],
        ['en', common.languages.en],
      ],
    },
    field('notes', { type: 'lines', hint: texts.notesHint }),
  ];
}

function NewContact({ customerId, onClose }: Omit<ContactFormProps, 'contact'>): ReactNode {
  const { customers, common } = useTexts();
  const { contacts: texts } = customers;
  const fields = useFields();
  const attempt = useAttempt();
  const announce = useAnnounce();
  const send = async (values: Values): Promise<void> => {
    const entered = fields.map(({ name }) => [name, values.optional(name)]);
    const body = { ...(Object.fromEntries(entered) as object), lastName: values.text('lastName') };
    await attempt(body, async (header) => {
      const path = { id: customerId };
      return unwrap(
        await api.POST('/api/v1/staff/customers/{id}/contacts', { params: { path, header }, body }),
      );
    });
    onClose();
    announce(texts.added);
    await customerHasChanged(customerId);
  };
  return (
    <Dialog title={texts.add} onClose={onClose}>
      <Form label={texts.add} onSend={send}>
        <RecordFields fields={fields} />
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <Submit>{customers.save}</Submit>
        </div>
      </Form>
    </Dialog>
  );
}

function EditContact({
  contact,
  onClose,
  onLeave,
}: {
  readonly contact: Contact;
  readonly onClose: () => void;
  readonly onLeave: (how: 'erase' | 'move') => void;
}): ReactNode {
  const { contacts: texts } = useTexts().customers;
  const path = { id: contact.id };
  const { state } = contact.portalAccess;
  const [needsPassword, setNeedsPassword] = useState(false);
  const can = useCan();
  return (
    <div
      className="contents"
      onInput={({ target }) => {
        // Who logs in with an address already loses it with this.
        if (!(target instanceof HTMLInputElement) || target.name !== 'email') return;
        const used = state === 'ACTIVE' || state === 'DEACTIVATED';
        setNeedsPassword(used && target.value.trim() !== contact.email);
      }}
    >
      <EditRecord
        title={texts.edit(nameOf(contact))}
        fields={useFields()}
        record={contact}
        onClose={onClose}
        read={async () => unwrap(await api.GET('/api/v1/staff/contacts/{id}', { params: { path } }))}
        save={async (version, { lastName, language, ...changes }, values) => {
          const header = { 'If-Match': `"${version}"` };
          const body = {
            ...changes,
            lastName: lastName ?? undefined,
            language: language as 'de' | 'en' | null | undefined,
            currentPassword: values.raw('currentPassword') || undefined,
          };
          unwrap(await api.PATCH('/api/v1/staff/contacts/{id}', { params: { path, header }, body }));
          await accessHasChanged(contact);
        }}
      >
        {needsPassword && (
          <PasswordField
            name="currentPassword"
            label={texts.yourPassword}
            hint={texts.yourPasswordHint}
            autoComplete="current-password"
          />
        )}
        <div className="actions">
          <button type="button" className="button" onClick={() => onLeave('move')}>
            {texts.move.open}
          </button>
          {can('ADMINISTRATION') && (
            <button type="button" className="button danger" onClick={() => onLeave('erase')}>
              {texts.erase.open}
            </button>
          )}
        </div>
      </EditRecord>
    </div>
  );
}

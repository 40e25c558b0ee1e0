import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAttempt } from '../../api/attempts';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { useDraft } from '../../session/drafts';
import { useTenant } from '../../session/tenant';
import { Dialog } from '../../ui/dialog';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { useCustomerFields } from './customer-fields';
import { EditRecord } from './edit-record';
import type { Customer } from './queries';
import { RecordFields } from './record-fields';

const HOME_COUNTRY = 'DE';

export interface NewCustomerProps {
  readonly onClose: () => void;
}

/** Leads to the page of the new customer. */
export function NewCustomer({ onClose }: NewCustomerProps): ReactNode {
  const { customers: texts, common } = useTexts();
  const { slug } = useTenant();
  const fields = useCustomerFields();
  const draft = useDraft('new-customer');
  const attempt = useAttempt();
  const navigate = useNavigate();
  const announce = useAnnounce();

  const send = async (values: Values): Promise<void> => {
    const entered = fields.map(({ name }) => [name, values.optional(name)]);
    const body = { ...(Object.fromEntries(entered) as object), name: values.text('name') };
    const { id } = await attempt(body, async (header) =>
      unwrap(await api.POST('/api/v1/staff/customers', { params: { header }, body })),
    );
    // Its list is left, and read when it is shown again.
    void queries.invalidateQueries({ queryKey: ['listCustomers'], refetchType: 'none' });
    announce(texts.added);
    await navigate({ to: '/staff/$slug/customers/$id', params: { slug, id } });
  };
  return (
    <Dialog title={texts.add} onClose={onClose}>
      <Form label={texts.add} draft={draft} onSend={send}>
        <RecordFields fields={fields} start={{ country: HOME_COUNTRY }} />
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <Submit>{texts.save}</Submit>
        </div>
      </Form>
    </Dialog>
  );
}

export interface EditCustomerProps {
  readonly customer: Customer;
  readonly onClose: () => void;
  readonly onSaved: () => Promise<void>;
}

export function EditCustomer({ customer, onClose, onSaved }: EditCustomerProps): ReactNode {
  const { customers: texts } = useTexts();
  const path = { id: customer.id };
  return (
    <EditRecord
      title={texts.edit}
      fields={useCustomerFields(customer)}
      record={customer}
      onClose={onClose}
      read={async () => unwrap(await api.GET('/api/v1/staff/customers/{id}', { params: { path } }))}
      save={async (version, { name, number, country, ...changes }) => {
        const header = { 'If-Match': `"${version}"` };
        // These are never empty: the form requires them.
        const body = {
          ...changes,
          name: name ?? undefined,
          number: number ?? undefined,
          country: country ?? undefined,
        };
        unwrap(await api.PATCH('/api/v1/staff/customers/{id}', { params: { path, header }, body }));
        await onSaved();
      }}
    />
  );
}

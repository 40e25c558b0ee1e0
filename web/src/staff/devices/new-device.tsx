import { type ReactNode, useId } from 'react';
import { useAttempt } from '../../api/attempts';
import { api, unwrap } from '../../api/client';
import { useTexts } from '../../i18n';
import { useDraft } from '../../session/drafts';
import { Dialog } from '../../ui/dialog';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { RecordFields } from '../customers/record-fields';
import { useDeviceChanges, useDeviceFields } from './device-fields';
import { ModelSuggestions } from './model-suggestions';
import { devicesHaveChanged } from './queries';

interface NewDeviceProps {
  readonly customerId: string;
  readonly onClose: () => void;
}

export function NewDevice({ customerId, onClose }: NewDeviceProps): ReactNode {
  const { inventory: texts, customers, common } = useTexts();
  const models = useId();
  const fields = useDeviceFields(models);
  const changes = useDeviceChanges();
  const draft = useDraft(`new-device:${customerId}`);
  const attempt = useAttempt();
  const announce = useAnnounce();

  const send = async (values: Values): Promise<void> => {
    const entered = fields.map(({ name }) => [name, values.optional(name)]);
    const given = await changes(Object.fromEntries(entered) as Parameters<typeof changes>[0]);
    const body = { ...given, name: values.text('name') };
    await attempt(body, async (header) => {
      const path = { id: customerId };
      return unwrap(
        await api.POST('/api/v1/staff/customers/{id}/devices', { params: { path, header }, body }),
      );
    });
    await devicesHaveChanged(customerId);
    onClose();
    announce(texts.added);
  };
  return (
    <Dialog title={texts.add} onClose={onClose}>
      <ModelSuggestions id={models}>
        <Form label={texts.add} draft={draft} onSend={send}>
          <RecordFields fields={fields} start={{ status: 'IN_USE' }} />
          <div className="actions end">
            <button type="button" className="button" onClick={onClose}>
              {common.cancel}
            </button>
            <Submit>{customers.save}</Submit>
          </div>
        </Form>
      </ModelSuggestions>
    </Dialog>
  );
}

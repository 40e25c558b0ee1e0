import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { isProblem } from '../../api/problems';
import { useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { Failure, Skeleton } from '../../ui/feedback';
import { SelectField } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { CustomerChoice } from '../inbox/customer-choice';
import type { FoundCustomer } from '../inbox/customer-search';
import { Refused } from '../refused';
import { accessHasChanged } from './access';
import { type Contact, contactQuery, customerHasChanged, nameOf, type Role } from './queries';

interface MoveContactProps {
  readonly contact: Contact;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

/** Takes a contact to another customer; says before what stays and what goes along. */
export function MoveContact({ contact, onCancel, onDone }: MoveContactProps): ReactNode {
  const { customers, common } = useTexts();
  const { move: texts } = customers.contacts;
  const { roles, role: roleLabel } = customers.access;
  const announce = useAnnounce();
  const [target, setTarget] = useState<FoundCustomer>();
  const { id } = contact;
  const name = nameOf(contact);
  const { data, isError, error, refetch } = useQuery(contactQuery(id));
  const { state } = contact.portalAccess;
  const send = async (values: Values): Promise<void> => {
    if (!target) throw new Refused(texts.chooseFirst);
    const params = { path: { id }, header: { 'If-Match': `"${String(data?.version)}"` } };
    const role: Role = values.optional('role') === 'MAIN_USER' ? 'MAIN_USER' : 'USER';
    try {
      unwrap(
        await api.PUT('/api/v1/staff/contacts/{id}/customer', {
          params,
          body: { customerId: target.id, role },
        }),
      );
    } catch (failure) {
      if (!isProblem(failure, 412)) throw failure;
      await refetch();
      throw new Refused(customers.contacts.erase.changedMeanwhile);
    }
    onDone();
    announce(texts.done(name, target.name));
    await Promise.all([accessHasChanged(contact), customerHasChanged(target.id)]);
  };
  return (
    <Dialog title={texts.title(name)} onClose={onCancel}>
      {isError && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !isError && <Skeleton lines={5} />}
      {data && (
        <Form onSend={send}>
          <CustomerChoice label={texts.target} another={texts.another} chosen={target} onChoose={setTarget} />
          {state !== 'NONE' && (
            <SelectField name="role" label={roleLabel} hint={texts.roleHint} defaultValue="USER">
              <option value="USER">{roles.USER}</option>
              <option value="MAIN_USER">{roles.MAIN_USER}</option>
            </SelectField>
          )}
          <ul className="points">
            <li>{texts.stays}</li>
            {state !== 'NONE' && <li>{texts.access}</li>}
          </ul>
          <div className="actions end">
            <button type="button" className="button" onClick={onCancel}>
              {common.cancel}
            </button>
            <Submit>{texts.submit}</Submit>
          </div>
        </Form>
      )}
    </Dialog>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, unwrap } from '../../api/client';
import { isProblem } from '../../api/problems';
import { useFormat, useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { Failure, Notice, Skeleton } from '../../ui/feedback';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import { Refused } from '../refused';
import { accessHasChanged } from './access';
import { type Contact, contactErasureQuery, nameOf } from './queries';

interface EraseContactProps {
  readonly contact: Contact;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

/** Says what goes, what stays and until when, before somebody is forgotten for good. */
export function EraseContact({ contact, onCancel, onDone }: EraseContactProps): ReactNode {
  const { customers, common } = useTexts();
  const { erase: texts } = customers.contacts;
  const format = useFormat();
  const announce = useAnnounce();
  const { id } = contact;
  const name = nameOf(contact);
  const { data, isError, error, refetch } = useQuery(contactErasureQuery(id));
  const send = async (): Promise<void> => {
    const params = { path: { id }, header: { 'If-Match': `"${String(data?.version)}"` } };
    try {
      unwrap(await api.PUT('/api/v1/staff/contacts/{id}/erasure', { params }));
    } catch (failure) {
      if (!isProblem(failure, 412)) throw failure;
      await refetch();
      throw new Refused(texts.changedMeanwhile);
    }
    onDone();
    announce(texts.done(name));
    await accessHasChanged(contact);
  };
  return (
    <Dialog title={texts.title(name)} onClose={onCancel}>
      {isError && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !isError && <Skeleton lines={5} />}
      {data && (
        <Form onSend={send}>
          <Notice tone="warn">{texts.final}</Notice>
          <ul className="points">
            <li>{texts.goes}</li>
            <li>{texts.stays(data.openTickets)}</li>
            {data.nameKeptUntil && (
              <li>{texts.orders(data.orders, data.openOrders, format.date(data.nameKeptUntil))}</li>
            )}
            <li>{texts.log}</li>
            <li>{texts.written}</li>
          </ul>
          <div className="actions end">
            <button type="button" className="button" onClick={onCancel}>
              {common.cancel}
            </button>
            <Submit tone="danger">{texts.submit}</Submit>
          </div>
        </Form>
      )}
    </Dialog>
  );
}

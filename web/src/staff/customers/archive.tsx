import { useQuery } from '@tanstack/react-query';
import { Archive, RotateCcw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { isProblem } from '../../api/problems';
import { useFormat, useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { Failure, Notice, Skeleton } from '../../ui/feedback';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import { Refused } from '../refused';
import { archivalQuery, type Customer, customerHasChanged } from './queries';

interface ArchiveProps {
  readonly customer: Customer;
}

/** Says of a customer in the archive that it is there. */
export function ArchivedNotice({ customer: { archivedAt } }: ArchiveProps): ReactNode {
  const { archive: texts } = useTexts().customers;
  const format = useFormat();
  return archivedAt && <Notice tone="warn">{texts.since(format.dateTime(archivedAt))}</Notice>;
}

/** Opens what it means to archive a customer, or to bring it back. */
export function ArchiveButton({ customer }: ArchiveProps): ReactNode {
  const { archive: texts } = useTexts().customers;
  const [open, setOpen] = useState(false);
  const Icon = customer.archivedAt ? RotateCcw : Archive;
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        <Icon size={18} aria-hidden />
        {customer.archivedAt ? texts.restore : texts.archive}
      </button>
      {open && <ArchiveDialog customer={customer} onClose={() => setOpen(false)} />}
    </>
  );
}

function ArchiveDialog({ customer, onClose }: ArchiveProps & { readonly onClose: () => void }): ReactNode {
  const { customers, common } = useTexts();
  const { archive: texts } = customers;
  const { id, version, name } = customer;
  // What was asked for, also where a colleague was faster.
  const [isArchived] = useState(customer.archivedAt !== null);
  const announce = useAnnounce();
  const { data, isError, error, refetch } = useQuery(archivalQuery(id));
  const send = async (): Promise<void> => {
    const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
    try {
      unwrap(
        isArchived
          ? await api.DELETE('/api/v1/staff/customers/{id}/archival', { params })
          : await api.PUT('/api/v1/staff/customers/{id}/archival', { params }),
      );
    } catch (failure) {
      if (!isProblem(failure, 412)) throw failure;
      await Promise.all([customerHasChanged(id), refetch()]);
      throw new Refused(texts.changedMeanwhile);
    }
    onClose();
    announce(isArchived ? texts.restored(name) : texts.archived(name));
    await customerHasChanged(id);
  };
  return (
    <Dialog title={isArchived ? texts.restoreTitle(name) : texts.title(name)} onClose={onClose}>
      {isError && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !isError && <Skeleton lines={4} />}
      {data && (
        <Form onSend={send}>
          <ul className="points">
            <li>
              {isArchived ? texts.getBack(data.contactsWithAccess) : texts.lose(data.contactsWithAccess)}
            </li>
            {!isArchived && (
              <>
                <li>{texts.open(data.openTickets, data.openOrders)}</li>
                <li>{texts.hidden}</li>
                <li>{texts.reversible}</li>
              </>
            )}
          </ul>
          <div className="actions end">
            <button type="button" className="button" onClick={onClose}>
              {common.cancel}
            </button>
            <Submit>{isArchived ? texts.restore : texts.archive}</Submit>
          </div>
        </Form>
      )}
    </Dialog>
  );
}

import { useQuery } from '@tanstack/react-query';
import { MapPin, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import { useSpeech, useTexts } from '../../i18n';
import { useAccountTexts } from '../../i18n/account-texts';
import { addressParts } from '../../i18n/address-parts';
import { Dialog } from '../../ui/dialog';
import { Failure, Skeleton } from '../../ui/feedback';
import { Form, Submit } from '../../ui/form';
import { lazyPart } from '../../ui/lazy-part';
import { useAnnounce } from '../../ui/status';
import { addressesQuery, type SavedAddress } from '../addresses/queries';

const AddressDialog = lazyPart(async () => (await import('./address-dialog')).AddressDialog);

/** Where the company has things delivered, for the checkout. */
export function Addresses(): ReactNode {
  const { addresses: texts } = useAccountTexts();
  const { language } = useSpeech();
  const list = useQuery(addressesQuery);
  const [editing, setEditing] = useState<SavedAddress | 'new'>();
  const [deleting, setDeleting] = useState<SavedAddress>();
  const saved = list.data?.items ?? [];
  return (
    <section className="card setting" aria-labelledby="addresses">
      <div>
        <h2 id="addresses">{texts.title}</h2>
        <p className="muted small">{texts.text}</p>
      </div>
      <div className="stack">
        {list.isPending && <Skeleton lines={3} />}
        {list.isError && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
        {saved.length > 0 && (
          <ul className="sessions">
            {saved.map((each) => (
              <li key={each.id}>
                <MapPin size={22} aria-hidden />
                <div className="session-text">
                  <strong>{each.label}</strong>
                  <span className="muted small">{addressParts(each.address, language).join(', ')}</span>
                </div>
                {each.isDefault && <span className="pill good">{texts.usual}</span>}
                <button
                  type="button"
                  className="button"
                  aria-label={texts.changeNamed(each.label)}
                  onClick={() => setEditing(each)}
                >
                  {texts.change}
                </button>
                <button
                  type="button"
                  className="button"
                  aria-label={texts.deleteNamed(each.label)}
                  onClick={() => setDeleting(each)}
                >
                  {texts.delete}
                </button>
              </li>
            ))}
          </ul>
        )}
        <div className="actions">
          <button type="button" className="button" onClick={() => setEditing('new')}>
            <Plus size={18} aria-hidden />
            {texts.add}
          </button>
        </div>
      </div>
      {editing && (
        <AddressDialog
          saved={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {deleting && <DeleteDialog saved={deleting} onClose={() => setDeleting(undefined)} />}
    </section>
  );
}

interface DeleteProps {
  readonly saved: SavedAddress;
  readonly onClose: () => void;
}

function DeleteDialog({ saved: { id, label }, onClose }: DeleteProps): ReactNode {
  const { common } = useTexts();
  const { addresses: texts } = useAccountTexts();
  const announce = useAnnounce();
  const send = async (): Promise<void> => {
    const { response, error } = await api.DELETE('/api/v1/portal/delivery-addresses/{id}', {
      params: { path: { id } },
    });
    // A colleague has deleted it already: the result is the same.
    if (response.status !== 404) unwrap({ response, error, data: {} });
    await queries.invalidateQueries(addressesQuery);
    onClose();
    announce(texts.deleted);
  };
  return (
    <Dialog title={texts.deleteNamed(label)} onClose={onClose}>
      <p className="muted">{texts.deleteText}</p>
      <Form onSend={send}>
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <Submit>{texts.delete}</Submit>
        </div>
      </Form>
    </Dialog>
  );
}

import { type ReactNode, useState } from 'react';
import { useAttempt } from '../../api/attempts';
import { api, unwrap } from '../../api/client';
import { createSavedAddressDto as limits } from '../../api/portal-constraints';
import { isProblem } from '../../api/problems';
import { queries } from '../../api/queries';
import { useTexts } from '../../i18n';
import { useCheckoutTexts } from '../../i18n/checkout-texts';
import { useAccountTexts } from '../../i18n/account-texts';
import { useDraft } from '../../session/drafts';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { AddressInputs, enteredAddress } from '../addresses/address-inputs';
import { addressesQuery, type SavedAddress } from '../addresses/queries';

interface AddressProps {
  /** Absent: a new one. */
  readonly saved: SavedAddress | undefined;
  readonly onClose: () => void;
}

type Entered = Pick<SavedAddress, 'label' | 'address' | 'isDefault'>;

/** Enters a delivery address of the company, or changes one. */
export function AddressDialog({ saved, onClose }: AddressProps): ReactNode {
  const { common } = useTexts();
  const { addressLabel, addressLabelHint } = useCheckoutTexts();
  const { addresses: texts } = useAccountTexts();
  const announce = useAnnounce();
  const attempt = useAttempt();
  const [version, setVersion] = useState(saved?.version);
  // Of what it was changed from: once a colleague has changed it as well, that shows.
  const draft = useDraft(saved ? `address:${saved.id}:${saved.version}` : 'address');
  const cancel = (): void => {
    draft.drop();
    onClose();
  };
  const send = async (values: Values): Promise<void> => {
    const body = {
      label: values.text('label'),
      address: enteredAddress(values, 'address'),
      isDefault: values.checked('isDefault'),
    };
    if (saved) await change(saved.id, body);
    else {
      await attempt(body, async (header) =>
        unwrap(await api.POST('/api/v1/portal/delivery-addresses', { params: { header }, body })),
      );
    }
    await queries.invalidateQueries(addressesQuery);
    onClose();
    announce(texts.saved);
  };
  const change = async (id: string, body: Entered): Promise<void> => {
    const path = { id };
    const header = { 'If-Match': `"${version}"` };
    try {
      unwrap(await api.PATCH('/api/v1/portal/delivery-addresses/{id}', { params: { path, header }, body }));
    } catch (error) {
      // A colleague was faster: this is said, and who sends again wants it nevertheless.
      if (isProblem(error, 412)) {
        setVersion(
          unwrap(await api.GET('/api/v1/portal/delivery-addresses/{id}', { params: { path } })).version,
        );
      }
      throw error;
    }
  };
  return (
    <Dialog title={saved ? texts.changeNamed(saved.label) : texts.add} onClose={cancel}>
      <Form onSend={send} draft={draft}>
        <TextField
          name="label"
          label={addressLabel}
          hint={addressLabelHint}
          required
          maxLength={limits.label.maxLength}
          defaultValue={saved?.label}
        />
        <AddressInputs field="address" address={saved?.address} />
        <label className="check">
          <input type="checkbox" name="isDefault" defaultChecked={saved?.isDefault} />
          {texts.makeUsual}
        </label>
        <div className="actions end">
          <button type="button" className="button" onClick={cancel}>
            {common.cancel}
          </button>
          <Submit>{texts.save}</Submit>
        </div>
      </Form>
    </Dialog>
  );
}

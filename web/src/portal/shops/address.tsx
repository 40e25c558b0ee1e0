import { type ReactNode, useId, useState } from 'react';
import { createSavedAddressDto as limits } from '../../api/portal-constraints';
import { useSpeech } from '../../i18n';
import { useCheckoutTexts } from '../../i18n/checkout-texts';
import { addressParts } from '../../i18n/address-parts';
import { TextField } from '../../ui/fields';
import type { DraftStore } from '../../session/drafts';
import type { Values } from '../../ui/values';
import { AddressInputs, enteredAddress } from '../addresses/address-inputs';
import type { Address, SavedAddress } from '../addresses/queries';

const NEW = 'new';
const YES = 'yes';
const NO = 'no';

/** Where it goes; none: to the company. */
export function addressOf(values: Values, saved: readonly SavedAddress[]): Address | undefined {
  if (!values.checked('elsewhere')) return undefined;
  const chosen = saved.find(({ id }) => id === values.raw('savedAddress'));
  return chosen?.address ?? enteredAddress(values, 'deliveryAddress');
}

/** What the company is to keep the entered address as; absent: it is not kept. */
export function labelToSave(values: Values): string | undefined {
  return values.checked('elsewhere') ? values.optional('label') : undefined;
}

interface FieldsProps {
  readonly saved: readonly SavedAddress[];
  /** Keeps the choice as well, which decides what there is to enter. */
  readonly draft: DraftStore;
}

/** To the company, to one of its saved addresses, or to one that is entered and may be saved. */
export function AddressFields({ saved, draft }: FieldsProps): ReactNode {
  const texts = useCheckoutTexts();
  const { language } = useSpeech();
  const usual = saved.find(({ isDefault }) => isDefault);
  // Whoever has saved some rather means one of these.
  const likely = (usual ?? saved[0])?.id ?? NEW;
  const [choice, setChoice] = useState(() => ({
    elsewhere: usual ? YES : NO,
    savedAddress: likely,
    saves: NO,
    ...draft.read(),
  }));
  const choose = (changed: Partial<typeof choice>): void => {
    const next = { ...choice, ...changed };
    setChoice(next);
    draft.write(
      { elsewhere: next.elsewhere, savedAddress: next.savedAddress, saves: next.saves },
      Object.keys(changed),
    );
  };
  const elsewhere = choice.elsewhere === YES;
  // It may have been deleted since it was chosen.
  const isKnown = choice.savedAddress === NEW || saved.some(({ id }) => id === choice.savedAddress);
  const chosen = isKnown ? choice.savedAddress : likely;
  const saves = choice.saves === YES;
  const id = useId();
  const address = saved.find((each) => each.id === chosen)?.address;
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          name="elsewhere"
          checked={elsewhere}
          onChange={({ currentTarget }) => choose({ elsewhere: currentTarget.checked ? YES : NO })}
        />
        {texts.otherAddress}
      </label>
      {elsewhere && saved.length > 0 && (
        <div className="field">
          <label htmlFor={id}>{texts.savedAddress}</label>
          <select
            id={id}
            className="input"
            value={chosen}
            onChange={({ currentTarget }) => choose({ savedAddress: currentTarget.value })}
          >
            {saved.map((each) => (
              <option key={each.id} value={each.id}>
                {each.label}
              </option>
            ))}
            <option value={NEW}>{texts.newAddress}</option>
          </select>
          <input type="hidden" name="savedAddress" value={chosen} />
          {address && <p className="small">{addressParts(address, language).join(', ')}</p>}
        </div>
      )}
      {elsewhere && !address && (
        <>
          <AddressInputs field="deliveryAddress" />
          <label className="check">
            <input
              type="checkbox"
              checked={saves}
              onChange={({ currentTarget }) => choose({ saves: currentTarget.checked ? YES : NO })}
            />
            {texts.saveAddress}
          </label>
          {saves && (
            <TextField
              name="label"
              label={texts.addressLabel}
              hint={texts.addressLabelHint}
              required
              maxLength={limits.label.maxLength}
            />
          )}
        </>
      )}
    </>
  );
}

import { type ReactNode, useId, useState } from 'react';
import { createSavedAddressDto as limits } from '../../api/constraints';
import { useTexts } from '../../i18n';
import { TextField } from '../../ui/fields';
import type { Values } from '../../ui/values';
import { AddressInputs, enteredAddress } from '../addresses/address-inputs';
import { type Address, lineOf, type SavedAddress } from '../addresses/queries';

const NEW = '';
const ENTERED = ['company', 'name', 'street', 'postalCode', 'city'] as const;

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
  /** Whether an address was being entered when the page was left. */
  readonly begun: boolean;
}

/** To the company, to one of its saved addresses, or to one that is entered and may be saved. */
export function AddressFields({ saved, begun }: FieldsProps): ReactNode {
  const { checkout: texts } = useTexts().shops;
  const usual = begun ? undefined : saved.find(({ isDefault }) => isDefault);
  const [elsewhere, setElsewhere] = useState(begun || usual !== undefined);
  // Whoever has saved some rather means one of these.
  const [chosen, setChosen] = useState(begun ? NEW : ((usual ?? saved[0])?.id ?? NEW));
  const [saves, setSaves] = useState(false);
  const id = useId();
  const address = saved.find((each) => each.id === chosen)?.address;
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          name="elsewhere"
          checked={elsewhere}
          onChange={({ currentTarget }) => setElsewhere(currentTarget.checked)}
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
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          >
            {saved.map((each) => (
              <option key={each.id} value={each.id}>
                {each.label}
              </option>
            ))}
            <option value={NEW}>{texts.newAddress}</option>
          </select>
          <input type="hidden" name="savedAddress" value={chosen} />
          {address && <p className="small">{lineOf(address)}</p>}
        </div>
      )}
      {elsewhere && !address && (
        <>
          <AddressInputs field="deliveryAddress" />
          <label className="check">
            <input
              type="checkbox"
              checked={saves}
              onChange={({ currentTarget }) => setSaves(currentTarget.checked)}
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

export function hasAddress(draft: Readonly<Record<string, string>> | undefined): boolean {
  return ENTERED.some((name) => Boolean(draft?.[`deliveryAddress/${name}`]));
}

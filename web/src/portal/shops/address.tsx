import { type ReactNode, useState } from 'react';
import { deliveryAddressDto as limits } from '../../api/constraints';
import type { components } from '../../api/schema';
import { useTexts } from '../../i18n';
import { TextField } from '../../ui/fields';
import type { Values } from '../../ui/values';

type Address = components['schemas']['DeliveryAddressDto'];

// As the API points to them.
const FIELDS = {
  company: 'deliveryAddress/company',
  name: 'deliveryAddress/name',
  street: 'deliveryAddress/street',
  postalCode: 'deliveryAddress/postalCode',
  city: 'deliveryAddress/city',
  country: 'deliveryAddress/country',
} as const satisfies Record<keyof Address, string>;

/** The address that was entered; none: it goes to the company. */
export function addressOf(values: Values): Address | undefined {
  if (!values.checked('elsewhere')) return undefined;
  return {
    company: values.optional(FIELDS.company),
    name: values.optional(FIELDS.name),
    street: values.text(FIELDS.street),
    postalCode: values.text(FIELDS.postalCode),
    city: values.text(FIELDS.city),
    country: values.text(FIELDS.country).toUpperCase(),
  };
}

/** @param begun whether an address was being entered when the page was left */
export function AddressFields({ begun }: { readonly begun: boolean }): ReactNode {
  const { checkout: texts } = useTexts().shops;
  const [elsewhere, setElsewhere] = useState(begun);
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
      {elsewhere && (
        <fieldset className="stack">
          <legend className="visually-hidden">{texts.address}</legend>
          <TextField
            name={FIELDS.company}
            label={texts.company}
            autoComplete="organization"
            maxLength={limits.company.maxLength}
          />
          <TextField
            name={FIELDS.name}
            label={texts.name}
            autoComplete="name"
            maxLength={limits.name.maxLength}
          />
          <TextField
            name={FIELDS.street}
            label={texts.street}
            autoComplete="street-address"
            required
            maxLength={limits.street.maxLength}
          />
          <div className="pair">
            <TextField
              name={FIELDS.postalCode}
              label={texts.postalCode}
              autoComplete="postal-code"
              required
              maxLength={limits.postalCode.maxLength}
            />
            <TextField
              name={FIELDS.city}
              label={texts.city}
              autoComplete="address-level2"
              required
              maxLength={limits.city.maxLength}
            />
          </div>
          <TextField
            name={FIELDS.country}
            label={texts.country}
            hint={texts.countryHint}
            autoComplete="country"
            required
            minLength={limits.country.minLength}
            maxLength={limits.country.maxLength}
            defaultValue="DE"
          />
        </fieldset>
      )}
    </>
  );
}

export function hasAddress(draft: Readonly<Record<string, string>> | undefined): boolean {
  const { country: _, ...entered } = FIELDS;
  return Object.values(entered).some((name) => Boolean(draft?.[name]));
}

import { type ReactNode, useMemo } from 'react';
import { deliveryAddressDto as limits } from '../../api/portal-constraints';
import { useSpeech } from '../../i18n';
import { useCheckoutTexts } from '../../i18n/checkout-texts';
import { countries, type Country } from '../../i18n/countries';
import { SelectField, TextField } from '../../ui/fields';
import type { Values } from '../../ui/values';
import type { Address } from './queries';

const HOME_COUNTRY = 'DE';

/** The field of a body that holds the address; the API points to its parts through it. */
export type AddressField = 'deliveryAddress' | 'address';

/** What was entered into `AddressInputs`. */
export function enteredAddress(values: Values, field: AddressField): Address {
  return {
    company: values.optional(`${field}/company`),
    name: values.optional(`${field}/name`),
    street: values.text(`${field}/street`),
    postalCode: values.text(`${field}/postalCode`),
    city: values.text(`${field}/city`),
    country: values.text(`${field}/country`),
  };
}

interface InputsProps {
  readonly field: AddressField;
  /** What it is now; absent: a new one. */
  readonly address?: Address;
}

export function AddressInputs({ field, address }: InputsProps): ReactNode {
  const texts = useCheckoutTexts();
  const { language } = useSpeech();
  const { near, others } = useMemo(() => countries(language, address?.country), [language, address?.country]);
  return (
    <fieldset className="stack">
      <legend className="visually-hidden">{texts.address}</legend>
      <TextField
        name={`${field}/company`}
        label={texts.company}
        autoComplete="organization"
        maxLength={limits.company.maxLength}
        defaultValue={address?.company}
      />
      <TextField
        name={`${field}/name`}
        label={texts.name}
        autoComplete="name"
        maxLength={limits.name.maxLength}
        defaultValue={address?.name}
      />
      <TextField
        name={`${field}/street`}
        label={texts.street}
        autoComplete="street-address"
        required
        maxLength={limits.street.maxLength}
        defaultValue={address?.street}
      />
      <div className="pair">
        <TextField
          name={`${field}/postalCode`}
          label={texts.postalCode}
          autoComplete="postal-code"
          required
          maxLength={limits.postalCode.maxLength}
          defaultValue={address?.postalCode}
        />
        <TextField
          name={`${field}/city`}
          label={texts.city}
          autoComplete="address-level2"
          required
          maxLength={limits.city.maxLength}
          defaultValue={address?.city}
        />
      </div>
      <SelectField
        name={`${field}/country`}
        label={texts.country}
        autoComplete="country"
        defaultValue={address?.country ?? HOME_COUNTRY}
      >
        {near.map(optionOf)}
        <hr />
        {others.map(optionOf)}
      </SelectField>
    </fieldset>
  );
}

function optionOf([code, name]: Country): ReactNode {
  return (
    <option key={code} value={code}>
      {name}
    </option>
  );
}

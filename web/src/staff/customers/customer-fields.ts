import { createCustomerDto as limits } from '../../api/staff-constraints';
import { useSpeech } from '../../i18n';
import { countries } from '../../i18n/countries';
import type { Customer } from './queries';
import type { RecordField } from './record-fields';

export type CustomerField =
  'name' | 'number' | 'street' | 'postalCode' | 'city' | 'country' | 'phone' | 'email' | 'website' | 'notes';

/** @param customer absent where it is new: its number may then be left to the program */
export function useCustomerFields(customer?: Customer): readonly RecordField<CustomerField>[] {
  const { language, texts } = useSpeech();
  const { fields: label, hints } = texts.customers;
  const { near, others } = countries(language, customer?.country);
  const field = (name: CustomerField, more?: Partial<RecordField<CustomerField>>) => ({
    name,
    label: label[name],
    maxLength: limits[name].maxLength,
    ...more,
  });
  return [
    field('name', { required: true }),
    field('number', customer ? { required: true } : { hint: hints.number }),
    field('street'),
    field('postalCode'),
    field('city'),
    field('country', { options: [...near, ...others] }),
    field('phone', { type: 'tel' }),
    field('email', { type: 'email' }),
    field('website', { type: 'url', hint: hints.website }),
    field('notes', { type: 'lines', hint: hints.notes }),
  ];
}

import { createCustomerDto as limits } from '../../api/staff-constraints';
import { useTexts } from '../../i18n';
import type { RecordField } from './record-fields';

export type CustomerField =
  'name' | 'number' | 'street' | 'postalCode' | 'city' | 'country' | 'phone' | 'email' | 'website' | 'notes';

/** @param isNew its number may be left to the program */
export function useCustomerFields(isNew: boolean): readonly RecordField<CustomerField>[] {
  const { fields: label, hints } = useTexts().customers;
  const field = (name: CustomerField, more?: Partial<RecordField<CustomerField>>) => ({
    name,
    label: label[name],
    maxLength: limits[name].maxLength,
    ...more,
  });
  return [
    field('name', { required: true }),
    field('number', isNew ? { hint: hints.number } : { required: true }),
    field('street'),
    field('postalCode'),
    field('city'),
    field('country', { required: true, hint: hints.country }),
    field('phone', { type: 'tel' }),
    field('email', { type: 'email' }),
    field('website', { type: 'url', hint: hints.website }),
    field('notes', { type: 'lines', hint: hints.notes }),
  ];
}

import type { ReactNode } from 'react';
import { createCustomerDto as limits } from '../../api/staff-constraints';
import { useTexts } from '../../i18n';
import { TextField } from '../../ui/fields';

type Field = 'name' | 'number' | 'street' | 'postalCode' | 'city';

/** What is known of a customer who comes with a registration. */
export function NewCustomer({ company }: { readonly company: string }): ReactNode {
  const { customer } = useTexts().inbox;
  const field = (name: Field) => ({
    name: `registration/newCustomer/${name}`,
    label: customer[name],
    maxLength: limits[name].maxLength,
  });
  return (
    <div className="new-customer">
      <TextField {...field('name')} defaultValue={company} required />
      <TextField {...field('number')} hint={customer.numberHint} />
      <TextField {...field('street')} />
      <TextField {...field('postalCode')} />
      <TextField {...field('city')} />
    </div>
  );
}

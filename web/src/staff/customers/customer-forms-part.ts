import { lazyPart } from '../../ui/lazy-part';
import type { EditCustomerProps, NewCustomerProps } from './customer-forms';

// Of a file of their own: most who come here read, and the forms know the countries of the world.
export const NewCustomer = lazyPart<NewCustomerProps>(
  async () => (await import('./customer-forms')).NewCustomer,
);
export const EditCustomer = lazyPart<EditCustomerProps>(
  async () => (await import('./customer-forms')).EditCustomer,
);

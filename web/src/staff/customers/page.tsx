// Loaded as one: who looks for a customer opens one.
export { CustomerPage } from './customer-page';
export { CustomersPage } from './list-page';

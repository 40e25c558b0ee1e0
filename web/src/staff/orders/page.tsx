// Loaded as one: who looks for an order opens one.
export { OrdersPage } from './list-page';
export { OrderPage } from './order-page';

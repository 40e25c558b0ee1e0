// One file to load: who works on tickets goes from the list to one of them and back.
export { TicketsPage } from './list-page';
export { RecordTicketPage } from './new-page';
export { TicketPage } from './ticket-page';

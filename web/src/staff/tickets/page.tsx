// One file to load: both are for who writes; the list, which begins to load it where somebody points at a ticket, does without.
export { RecordTicketPage } from './new-page';
export { TicketPage } from './ticket-page';

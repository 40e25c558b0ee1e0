/** In which order staff see tickets; `-priority`: the most urgent first. */
export const TICKET_SORTS = ['-updatedAt', 'updatedAt', '-createdAt', 'createdAt', '-priority'] as const;
export type TicketSort = (typeof TICKET_SORTS)[number];

import { Ticket } from './ticket.entity';
import type { TicketStatus } from './ticket-status';

const EARLIER = new Date('2026-11-24T12:00:00Z');
const NOW = new Date('2026-11-25T12:00:00Z');

const ticketOf = (status: TicketStatus): Ticket =>
  Object.assign(new Ticket(), {
    status,
    mergedIntoId: null,
    resolvedAt: status === 'RESOLVED' || status === 'CLOSED' ? EARLIER : null,
    closedAt: status === 'CLOSED' ? EARLIER : null,
    publicActivityAt: EARLIER,
    updatedAt: EARLIER,
  });

describe('A ticket', () => {
  it.each([
    ['NEW', 'WAITING_FOR_CUSTOMER', { resolvedAt: null, closedAt: null }],
    ['NEW', 'RESOLVED', { resolvedAt: NOW, closedAt: null }],
    ['NEW', 'CLOSED', { resolvedAt: null, closedAt: NOW }],
    ['RESOLVED', 'CLOSED', { resolvedAt: EARLIER, closedAt: NOW }],
    ['RESOLVED', 'IN_PROGRESS', { resolvedAt: null, closedAt: null }],
    ['CLOSED', 'IN_PROGRESS', { resolvedAt: null, closedAt: null }],
  ] as const)('that moves from %s to %s knows when: %j', (from, to, times) => {
    const ticket = ticketOf(from);
    ticket.moveTo(to, NOW);
    expect(ticket).toMatchObject({ status: to, ...times });
  });

  it('shows every move', () => {
    const ticket = ticketOf('NEW');
    ticket.moveTo('RESOLVED', NOW);
    expect(ticket).toMatchObject({ publicActivityAt: NOW, updatedAt: NOW });
  });

  it('stays as it is where a move is forbidden', () => {
    const ticket = ticketOf('CLOSED');
    expect(() => ticket.moveTo('RESOLVED', NOW)).toThrow(
      expect.objectContaining({
        code: 'ticket.transition-forbidden',
        details: { values: { from: 'CLOSED', to: 'RESOLVED' } },
      }) as Error,
    );
    expect(ticket).toEqual(ticketOf('CLOSED'));
  });

  it('does not show contacts what stays among staff', () => {
    const ticket = ticketOf('NEW');
    ticket.noteActivity(NOW);
    expect(ticket).toMatchObject({ publicActivityAt: EARLIER, updatedAt: NOW });
  });
});

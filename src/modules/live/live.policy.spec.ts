import type { Actor } from '../../platform/context/actor';
import type { Announcement, LiveAudience } from './live-event';
import { mayLearnOf } from './live.policy';

describe('Who may learn of an event', () => {
  const principal = { tenantId: 'tenant', name: '', sessionId: '', writes: 0, passwordChangeRequired: false };
  const agent: Actor = { ...principal, id: 'agent', kind: 'STAFF', role: 'AGENT' };
  const contact = { ...principal, kind: 'CONTACT', customerId: 'company' } as const;
  const mainUser: Actor = { ...contact, id: 'main', role: 'MAIN_USER' };
  const user: Actor = { ...contact, id: 'user', role: 'USER' };
  const stranger: Actor = { ...contact, id: 'user', role: 'MAIN_USER', customerId: 'other' };

  const about = (audience?: LiveAudience, tenantId = 'tenant'): Announcement => ({
    tenantId,
    announcementId: 'announcement',
    event: { type: 'ticket.created', id: 'ticket', at: '' },
    audience,
  });
  const learners = (announcement: Announcement): string[] =>
    Object.entries({ agent, mainUser, user, stranger })
      .filter(([, actor]) => mayLearnOf(actor, announcement))
      .map(([name]) => name);

  it.each([
    ['the user’s own', about({ customerId: 'company', contactId: 'user' }), ['agent', 'mainUser', 'user']],
    ['a colleague’s', about({ customerId: 'company', contactId: 'main' }), ['agent', 'mainUser']],
    ['the company’s', about({ customerId: 'company', contactId: null }), ['agent', 'mainUser']],
    [
      'what the user watches',
      about({ customerId: 'company', contactId: 'main', watcherIds: ['else', 'user'] }),
      ['agent', 'mainUser', 'user'],
    ],
    [
      'what they watched at another company',
      about({ customerId: 'other', contactId: null, watcherIds: ['user'] }),
      ['agent', 'stranger'],
    ],
    // A contact keeps the id but may not see what another company owns.
    ['another company’s', about({ customerId: 'other', contactId: null }), ['agent', 'stranger']],
    [
      'everybody’s at the company',
      about({ customerId: 'company', everybody: true }),
      ['agent', 'mainUser', 'user'],
    ],
    ['everybody’s elsewhere', about({ customerId: 'other', everybody: true }), ['agent', 'stranger']],
    ['everybody’s', about({ customerId: null, everybody: true }), ['agent', 'mainUser', 'user', 'stranger']],
    ['what is internal', about(), ['agent']],
    ['another tenant’s', about({ customerId: 'company', contactId: 'user' }, 'foreign'), []],
  ])('%s', (_, announcement, expected) => {
    expect(learners(announcement)).toEqual(expected);
  });
});

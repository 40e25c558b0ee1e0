import { InboxItem } from './inbox-item.entity';
import type { InboxItemState } from './inbox-item-type';
import type { Outcome } from './outcomes/outcome';

const NOW = new Date('2026-11-25T12:00:00Z');

const itemOf = (state: InboxItemState, assigneeId: string | null = null): InboxItem =>
  Object.assign(new InboxItem(), { state, assigneeId, outcome: null, decidedAt: null });
const outcomeOf = (decision: Outcome['decision']): Outcome => ({
  decision,
  decidedBy: { id: 'p', name: 'P' },
});

describe('An item of the Postkorb', () => {
  it('is worked on by whoever has it', () => {
    const item = itemOf('NEW');
    item.assignTo('p');
    expect(item).toMatchObject({ state: 'IN_PROGRESS', assigneeId: 'p' });
  });

  it('is new again once it is put back', () => {
    const item = itemOf('IN_PROGRESS', 'p');
    item.release();
    expect(item).toMatchObject({ state: 'NEW', assigneeId: null });
  });

  it.each([
    ['ACCEPTED', 'DONE'],
    ['OFFER_MADE', 'DONE'],
    ['ACKNOWLEDGED', 'DONE'],
    ['CANCELLED', 'DONE'],
    ['REJECTED', 'REJECTED'],
  ] as const)('that is decided with %s is %s, and whoever decided has it', (decision, state) => {
    const item = itemOf('IN_PROGRESS', 'other');
    item.decide(outcomeOf(decision), 'p', NOW);
    expect(item).toMatchObject({
      state,
      assigneeId: 'p',
      outcome: outcomeOf(decision),
      decidedAt: NOW,
    });
  });

  it('cannot be taken or put back after that', () => {
    for (const state of ['DONE', 'REJECTED'] as const) {
      const item = itemOf(state, 'p');
      expect(() => item.assignTo('q')).toThrow('inbox.decided');
      expect(() => item.release()).toThrow('inbox.decided');
      expect(() => item.assertOpen()).toThrow('inbox.decided');
      expect(item).toEqual(itemOf(state, 'p'));
    }
    expect(() => itemOf('NEW').assertOpen()).not.toThrow();
  });

  it('keeps the assignee where the customer decided', () => {
    const item = itemOf('IN_PROGRESS', 'p');
    item.decide(outcomeOf('CANCELLED'), item.assigneeId, NOW);
    expect(item).toMatchObject({ state: 'DONE', assigneeId: 'p' });
  });

  it('is new and unassigned once it is reopened', () => {
    const item = itemOf('IN_PROGRESS', 'p');
    item.decide(outcomeOf('OFFER_MADE'), 'p', new Date(0));
    item.reopen(NOW);
    expect(item).toEqual(Object.assign(itemOf('NEW'), { reopenedAt: NOW }));
  });

  it('counts as claimed by another user for all but its assignee', () => {
    expect(itemOf('NEW').otherAssignee('p')).toBeUndefined();
    expect(itemOf('IN_PROGRESS', 'p').otherAssignee('p')).toBeUndefined();
    expect(itemOf('IN_PROGRESS', 'q').otherAssignee('p')).toBe('q');
  });
});

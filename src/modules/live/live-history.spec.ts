import type { Actor } from '../../platform/context/actor';
import type { Announcement } from './live-event';
import { LiveHistory } from './live-history';

describe('What was missed on a connection that broke', () => {
  const actorOf = (tenantId: string): Actor =>
    ({ tenantId, id: 'agent', kind: 'STAFF', role: 'AGENT', name: '', sessionId: '', writes: 0 }) as never;
  const agent = actorOf('tenant');
  const contact = { ...agent, kind: 'CONTACT', role: 'USER', id: 'user', customerId: 'company' } as Actor;

  let history: LiveHistory;
  const announce = (id: string, others: Partial<Announcement> = {}): number =>
    history.add({
      tenantId: 'tenant',
      announcementId: id,
      event: { type: 'ticket.created', id: 'ticket', at: '' },
      ...others,
    });
  const missed = (mark: string, actor = agent): string[] | undefined =>
    history.missedSince(mark, actor)?.map(({ announcementId }) => announcementId);

  beforeEach(() => (history = new LiveHistory()));

  it('is everything after what was seen last, in its order', () => {
    for (const id of ['a', 'b', 'c']) announce(id);
    expect(missed('a')).toEqual(['b', 'c']);
    expect(missed('c')).toEqual([]);
  });

  it('is everything for a client from before the first event', () => {
    const mark = history.markOf(agent);
    expect(missed(mark)).toEqual([]);
    announce('a');
    expect(missed(mark)).toEqual(['a']);
    expect(history.markOf(agent)).toBe('a');
  });

  it('is unknown to a client that has seen an event which this instance has not received', () => {
    announce('a');
    expect(missed('elsewhere')).toBeUndefined();
    expect(missed('')).toBeUndefined();
  });

  it('is of the own tenant, and what another’s has seen is unknown', () => {
    announce('a');
    announce('foreign', { tenantId: 'other' });
    announce('b');
    expect(missed('a')).toEqual(['b']);
    expect(missed('foreign')).toBeUndefined();
    expect(missed('foreign', actorOf('other'))).toEqual([]);
    expect(history.markOf(actorOf('other'))).toBe('foreign');
  });

  it('tells contacts nothing of what is internal, not even by its place', () => {
    const audience = { customerId: 'company', contactId: 'user' };
    announce('own', { audience });
    const mark = history.markOf(contact);
    announce('internal');
    expect(history.markOf(contact)).toBe(mark);
    announce('later', { audience });
    expect(missed(mark, contact)).toEqual(['later']);
    expect(missed('internal', contact)).toBeUndefined();
  });

  it('is everything since a moment, where nothing was missed since then', () => {
    const missedAfter = (moment: number): string[] | undefined =>
      history.missedAfter(moment, agent)?.map(({ announcementId }) => announcementId);
    jest.useFakeTimers({ now: 1_000 });
    expect(missedAfter(1_000)).toBeUndefined();
    history.resume();
    expect(missedAfter(999)).toBeUndefined();
    expect(missedAfter(1_000)).toEqual([]);
    for (const id of ['a', 'b', 'c']) {
      jest.advanceTimersByTime(10);
      announce(id);
    }
    expect(missedAfter(1_000)).toEqual(['a', 'b', 'c']);
    expect(missedAfter(1_020)).toEqual(['b', 'c']);
    expect(missedAfter(1_031)).toEqual([]);
    history.interrupt();
    expect(missedAfter(1_030)).toBeUndefined();
    jest.setSystemTime(2_000);
    history.resume();
    announce('d');
    expect(missedAfter(1_999)).toBeUndefined();
    expect(missedAfter(2_000)).toEqual(['d']);
    jest.useRealTimers();
  });

  it('is unknown after an interruption', () => {
    const mark = history.markOf(agent);
    announce('a');
    const before = history.position;
    history.interrupt();
    expect(missed('a')).toBeUndefined();
    expect(missed(mark)).toBeUndefined();
    expect(history.position).toBe(before);
    const anew = history.markOf(agent);
    announce('b');
    // There is a gap before it, but none since.
    expect(missed('b')).toEqual([]);
    expect(missed(anew)).toEqual(['b']);
  });

  it('is kept for a while only, and never sent in part', () => {
    const mark = history.markOf(agent);
    for (let index = 0; index < 20_000; index++) announce(`n${index}`);
    expect(missed(mark)).toBeUndefined();
    expect(missed('n9999')).toBeUndefined();
    expect(missed('n10000')).toBeUndefined();
    expect(missed('n19799')).toHaveLength(200);
    expect(missed('n19798')).toBeUndefined();
    expect(history.position).toBe(20_000);
  });

  it('is told once of what was announced again', () => {
    announce('a');
    announce('b');
    announce('a-again');
    expect(missed('a')).toEqual(['b', 'a-again']);
  });
});

import type { Actor } from '../../platform/context/actor';
import type { Announcement } from './live-event';
import { LiveHistory } from './live-history';

describe('What was missed on a connection that broke', () => {
  const actorOf = (tenantId: string): Actor =>
    ({ tenantId, id: 'agent', kind: 'STAFF', role: 'AGENT', name: '', sessionId: '', writes: 0 }) as never;
  const agent = actorOf('tenant');
  const contact = { ...agent, kind: 'CONTACT', role: 'USER', id: 'user', customerId: 'company' } as Actor;

  let history: LiveHistory;
  const hear = (id: string, others: Partial<Announcement> = {}): number =>
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
    for (const id of ['a', 'b', 'c']) hear(id);
    expect(missed('a')).toEqual(['b', 'c']);
    expect(missed('c')).toEqual([]);
  });

  it('is everything for who was here before anything happened', () => {
    const mark = history.markOf(agent);
    expect(missed(mark)).toEqual([]);
    hear('a');
    expect(missed(mark)).toEqual(['a']);
    expect(history.markOf(agent)).toBe('a');
  });

  it('is known to nobody who has seen something that this instance has not heard', () => {
    hear('a');
    expect(missed('elsewhere')).toBeUndefined();
    expect(missed('')).toBeUndefined();
  });

  it('is of the own tenant, and what another’s has seen is unknown', () => {
    hear('a');
    hear('foreign', { tenantId: 'other' });
    hear('b');
    expect(missed('a')).toEqual(['b']);
    expect(missed('foreign')).toBeUndefined();
    expect(missed('foreign', actorOf('other'))).toEqual([]);
    expect(history.markOf(actorOf('other'))).toBe('foreign');
  });

  it('tells contacts nothing of what is internal, not even by its place', () => {
    const audience = { customerId: 'company', contactId: 'user' };
    hear('own', { audience });
    const mark = history.markOf(contact);
    hear('internal');
    expect(history.markOf(contact)).toBe(mark);
    hear('later', { audience });
    expect(missed(mark, contact)).toEqual(['later']);
    expect(missed('internal', contact)).toBeUndefined();
  });

  it('is unknown after an interruption', () => {
    const mark = history.markOf(agent);
    hear('a');
    const before = history.position;
    history.interrupt();
    expect(missed('a')).toBeUndefined();
    expect(missed(mark)).toBeUndefined();
    expect(history.position).toBe(before);
    const anew = history.markOf(agent);
    hear('b');
    // There is a gap before it, but none since.
    expect(missed('b')).toEqual([]);
    expect(missed(anew)).toEqual(['b']);
  });

  it('is kept for a while only, and nobody is told a part of it', () => {
    const mark = history.markOf(agent);
    for (let index = 0; index < 20_000; index++) hear(`n${index}`);
    expect(missed(mark)).toBeUndefined();
    expect(missed('n9999')).toBeUndefined();
    expect(missed('n10000')).toBeUndefined();
    expect(missed('n19799')).toHaveLength(200);
    expect(missed('n19798')).toBeUndefined();
    expect(history.position).toBe(20_000);
  });

  it('is told once of what was announced again', () => {
    hear('a');
    hear('b');
    hear('a-again');
    expect(missed('a')).toEqual(['b', 'a-again']);
  });
});

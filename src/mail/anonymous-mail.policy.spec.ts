import { mayBeMailed, mayLeave, remembering, type MailRecord } from './anonymous-mail.policy';

const HOUR = 60 * 60 * 1000;
const NOW = new Date('2026-03-01T12:00:00Z');
const mail = (id: string, hoursAgo: number, kind = 'RESET'): MailRecord => ({
  id,
  kind,
  at: new Date(NOW.getTime() - hoursAgo * HOUR).toISOString(),
});

describe('Mails caused by unauthenticated requests', () => {
  it('are three a day, of whatever kind', () => {
    const quota = { kind: 'RESET', upTo: 3 };
    expect(mayBeMailed([], quota, NOW)).toBe(true);
    expect(mayBeMailed([mail('a', 2), mail('b', 1)], quota, NOW)).toBe(true);
    expect(mayBeMailed([mail('a', 2), mail('b', 1), mail('c', 0, 'OTHER')], quota, NOW)).toBe(false);
    expect(mayBeMailed([mail('a', 23.9), mail('b', 1), mail('c', 0)], quota, NOW)).toBe(false);
    expect(mayBeMailed([mail('a', 24), mail('b', 1), mail('c', 0)], quota, NOW)).toBe(true);
  });

  it('are never more, whatever a kind allows itself', () => {
    const mails = [mail('a', 2), mail('b', 1), mail('c', 0)];
    expect(mayBeMailed(mails, { kind: 'RESET', upTo: 10 }, NOW)).toBe(false);
  });

  it('are one more where the last one has expired, so that no owner is locked out for a day', () => {
    const mails = [mail('a', 2), mail('b', 1), mail('c', 0)];
    expect(mayBeMailed(mails, { kind: 'RESET', upTo: 2, overdue: true }, NOW)).toBe(true);
    expect(mayBeMailed(mails, { kind: 'RESET', upTo: 2, overdue: false }, NOW)).toBe(false);
  });

  it('leave what is kept for others', () => {
    expect(mayBeMailed([mail('a', 1)], { kind: 'RESET', upTo: 2 }, NOW)).toBe(true);
    expect(mayBeMailed([mail('a', 1), mail('b', 1)], { kind: 'RESET', upTo: 2 }, NOW)).toBe(false);
  });

  it('keep their distance from those of their kind', () => {
    const quota = { kind: 'RESET', upTo: 3, apartMs: HOUR };
    expect(mayBeMailed([mail('a', 0.9)], quota, NOW)).toBe(false);
    expect(mayBeMailed([mail('a', 1)], quota, NOW)).toBe(true);
    expect(mayBeMailed([mail('a', 0.9, 'OTHER')], quota, NOW)).toBe(true);
  });

  it('are remembered as long as they count, each once', () => {
    const mails = [mail('a', 4), mail('b', 3), mail('c', 2)];
    expect(remembering([], mail('a', 4))).toEqual([mail('a', 4)]);
    expect(remembering([mail('a', 4), mail('b', 3)], mail('a', 0))).toEqual([mail('b', 3), mail('a', 0)]);
    expect(remembering(mails, mail('d', 0))).toEqual([mail('b', 3), mail('c', 2), mail('d', 0)]);
    expect(remembering(mails, mail('a', 0))).toEqual([mail('b', 3), mail('c', 2), mail('a', 0)]);
  });

  it('leave if they are the newest of their kind and not pushed out', () => {
    const mails = [mail('a', 4), mail('b', 3), mail('c', 2, 'OTHER')];
    expect(mayLeave(mails, 'a')).toBe(false);
    expect(mayLeave(mails, 'b')).toBe(true);
    expect(mayLeave(mails, 'c')).toBe(true);
    expect(mayLeave(mails, 'd')).toBe(false);
  });
});

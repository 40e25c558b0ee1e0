import { OutgoingMail } from './outgoing-mail.entity';

const HOUR = 60 * 60 * 1000;

const queued = (hoursAgo = 0): OutgoingMail =>
  Object.assign(new OutgoingMail(), {
    state: 'QUEUED',
    attempts: 0,
    lastError: null,
    createdAt: new Date(Date.now() - hoursAgo * HOUR),
  });

describe('A mail', () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-25T12:00:00Z') }));
  afterEach(() => jest.useRealTimers());

  it('that was sent has no error any more', () => {
    const mail = queued();
    mail.lastError = 'refused';
    mail.markSent();
    expect(mail).toMatchObject({ state: 'SENT', lastError: null, sentAt: new Date() });
  });

  it('may turn out to be needless', () => {
    const mail = queued();
    mail.suppress();
    expect(mail.state).toBe('SUPPRESSED');
  });

  it.each([
    ['QUEUED', 0, false],
    ['QUEUED', 72, false],
    ['FAILED', 73, false],
    ['FAILED', 0, true],
  ])('is %s after a failure %i hours after it was queued; permanent: %s', (state, hours, permanent) => {
    const mail = queued(hours);
    mail.markAttemptFailed('refused', permanent);
    expect(mail).toMatchObject({ state, lastError: 'refused' });
  });

  it('keeps one line of what the server said, and not too much', () => {
    const mail = queued();
    mail.markAttemptFailed(`450\r\n\tlater ${'x'.repeat(400)}`, false);
    expect(mail.lastError).toBe(`450 later ${'x'.repeat(290)}`);
  });

  it('waits longer after every attempt, five minutes at most', () => {
    const mail = queued();
    const waits = Array.from({ length: 10 }, () => {
      mail.beginAttempt();
      return (mail.nextAttemptAt.getTime() - Date.now()) / 1000;
    });
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  });
});

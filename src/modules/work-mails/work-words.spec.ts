import { linesOf, NO_NEWS, summaryOf, ticketWords, titleOf } from './work-words';

const line = (words: string) => ({ words, link: 'https://p.example/1' });

describe('What mails say to staff of their work', () => {
  it('names a ticket with what happened and who did it', () => {
    const news = {
      id: '1',
      number: 'T-1',
      subject: 'Drucker',
      customerId: '2',
      actorName: 'Petra Müller',
      total: 1,
    };
    expect(ticketWords({ ...news, what: 'COMMENTED' }, 'Müller GmbH', 'de')).toBe(
      '[T-1] Drucker · Müller GmbH · Antwort von Petra Müller',
    );
    expect(ticketWords({ ...news, what: 'ASSIGNED' }, '', 'en')).toBe(
      '[T-1] Drucker · for you, by Petra Müller',
    );
  });

  it('says the one thing in the subject, or how many there are of each kind', () => {
    const one = { lines: [line('Drucker')], total: 1 };
    const none = { INBOX: NO_NEWS, MY_TICKETS: NO_NEWS, UNASSIGNED_TICKETS: NO_NEWS };
    expect(summaryOf({ ...none, INBOX: one }, 'de')).toBe('Drucker');
    expect(summaryOf({ ...none, INBOX: one, MY_TICKETS: { ...one, total: 30 } }, 'de')).toBe(
      'Im Postkorb (1), Bei Ihren Tickets (30)',
    );
  });

  it('counts what it does not list, and leaves out what there is not', () => {
    expect(linesOf({ lines: [line('A'), line('B')], total: 5 }, 'de')).toBe(
      'A\nhttps://p.example/1\nB\nhttps://p.example/1\nund weitere: 3',
    );
    expect([linesOf(NO_NEWS, 'de'), titleOf('INBOX', NO_NEWS, 'de')]).toEqual(['', '']);
  });
});

import type { InboxItemType } from '../inbox-item-type';
import { partErrors } from './outcome-parts';

describe('The parts of an outcome', () => {
  const lines = [{ lineId: 'line', netPriceCents: 100 }];

  it.each<[InboxItemType, Parameters<typeof partErrors>[1]]>([
    ['ORDER', { decision: 'ACCEPTED' }],
    ['ORDER', { decision: 'REJECTED', message: 'Leider nicht lieferbar.' }],
    ['QUOTE_REQUEST', { decision: 'OFFER_MADE', validUntil: '2030-01-01', lines }],
    ['QUOTE_REQUEST', { decision: 'OFFER_MADE', validUntil: '2030-01-01', lines, message: 'Gern.' }],
    ['QUOTE_REQUEST', { decision: 'REJECTED' }],
    ['QUOTE_REQUEST', { decision: 'OFFER_MADE', validUntil: '2030-01-01', lines, offerVersion: 2 }],
    ['QUOTE_REQUEST', { decision: 'ACKNOWLEDGED', offerVersion: 1 }],
    ['REGISTRATION', { decision: 'ACCEPTED', registration: {} }],
    ['REGISTRATION', { decision: 'REJECTED', sendMail: false, message: 'Kein Kunde.' }],
  ])('fit: %s %j', (type, wanted) => {
    expect(partErrors(type, wanted)).toEqual([]);
  });

  it.each<[InboxItemType, Parameters<typeof partErrors>[1], string[]]>([
    ['ORDER', { decision: 'OFFER_MADE' }, ['/decision choice']],
    ['QUOTE_REQUEST', { decision: 'ACCEPTED' }, ['/decision choice']],
    ['REGISTRATION', { decision: 'OFFER_MADE' }, ['/decision choice']],
    ['ORDER', { decision: 'ACKNOWLEDGED', offerVersion: 1 }, ['/decision choice']],
    ['QUOTE_REQUEST', { decision: 'ACKNOWLEDGED' }, ['/offerVersion required']],
    ['QUOTE_REQUEST', { decision: 'REJECTED', offerVersion: 1 }, ['/offerVersion not-applicable']],
    [
      'QUOTE_REQUEST',
      { decision: 'ACKNOWLEDGED', offerVersion: 1, message: 'x' },
      ['/message not-applicable'],
    ],
    ['QUOTE_REQUEST', { decision: 'OFFER_MADE' }, ['/validUntil required', '/lines required']],
    ['QUOTE_REQUEST', { decision: 'REJECTED', lines }, ['/lines not-applicable']],
    [
      'ORDER',
      { decision: 'ACCEPTED', lines, sendMail: true },
      ['/lines not-applicable', '/sendMail not-applicable'],
    ],
    ['REGISTRATION', { decision: 'ACCEPTED' }, ['/registration required']],
    ['REGISTRATION', { decision: 'ACCEPTED', registration: {}, message: 'x' }, ['/message not-applicable']],
    ['REGISTRATION', { decision: 'REJECTED' }, ['/sendMail required']],
  ])('do not fit: %s %j', (type, wanted, expected) => {
    expect(partErrors(type, wanted).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
  });

  it('name what is possible', () => {
    const [error] = partErrors('QUOTE_REQUEST', { decision: 'ACCEPTED' });
    expect(error?.texts.de).toContain('OFFER_MADE, REJECTED');
    expect(error?.texts.en).toContain('OFFER_MADE, REJECTED');
  });

  it('say in both languages what does not belong', () => {
    const [error] = partErrors('ORDER', { decision: 'ACCEPTED', lines });
    expect(error?.texts.de).toContain('passt nicht');
    expect(error?.texts.en).toContain('does not go');
  });
});

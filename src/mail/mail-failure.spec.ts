import { smtpFailure } from './mail-failure';

describe('smtpFailure', () => {
  it.each([
    ['an unknown recipient', { code: 'EENVELOPE', responseCode: 550 }, true],
    ['a refused message', { code: 'EMESSAGE', responseCode: 554 }, true],
    ['an address that cannot be sent to', { code: 'EENVELOPE' }, true],
    ['greylisting', { code: 'EENVELOPE', responseCode: 451 }, false],
    ['a full disk over there', { code: 'EMESSAGE', responseCode: 452 }, false],
    ['a wrong password of ours', { code: 'EAUTH', responseCode: 535 }, false],
    ['a server that does not talk to us', { code: 'EPROTOCOL', responseCode: 554 }, false],
    ['no server', { code: 'ESOCKET' }, false],
  ])('judges %s', (_, error, permanent) => {
    expect(smtpFailure(error).permanent).toBe(permanent);
  });

  it.each([
    ['EENVELOPE', 'RCPT TO', '550 5.1.1 <max@kunde.example> unknown', 'SMTP: recipient refused (550 5.1.1)'],
    ['EENVELOPE', 'RCPT TO', '550-5.7.1 max@kunde.example\r\n550 no', 'SMTP: recipient refused (550 5.7.1)'],
    ['EENVELOPE', 'MAIL FROM', '553 not yours: portal@haus.example', 'SMTP: sender refused (553)'],
    ['EMESSAGE', 'DATA', '554 5.6.0 Hello Max Mustermann', 'SMTP: message refused (554 5.6.0)'],
    ['EAUTH', 'AUTH PLAIN', '535 5.7.8 geheim', 'SMTP: login refused (535 5.7.8)'],
    ['ETLS', 'STARTTLS', '502 5.5.1 no', 'SMTP: no encrypted connection (502 5.5.1)'],
    ['EPROTOCOL', 'CONN', '421 max@kunde.example is busy', 'SMTP: answer not understood (421)'],
    ['EMESSAGE', 'DATA', '554 5.6.0max@kunde.example', 'SMTP: message refused (554)'],
  ])('tells of %s at %s the codes, never the answer', (code, command, response, text) => {
    const responseCode = Number(response.slice(0, 3));
    const error = Object.assign(new Error(`Can't send mail: ${response}`), {
      code,
      command,
      response,
      responseCode,
    });
    const failure = smtpFailure(error);
    expect(failure.message).toBe(text);
    expect(JSON.stringify([failure, failure.cause, failure.stack])).not.toMatch(/max@|geheim|Mustermann/);
  });

  it('tells of what never came to an answer that it did not', () => {
    const message = 'connect ECONNREFUSED max@kunde.example';
    const texts = ['ESOCKET', 'EDNS', 'EENVELOPE', undefined].map(
      (code) => smtpFailure({ code, message } as object).message,
    );
    expect(texts).toEqual([
      'SMTP: mail server not reached',
      'SMTP: mail server not found',
      'SMTP: recipient refused',
      'SMTP: not sent',
    ]);
  });
});

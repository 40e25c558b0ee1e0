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

  it("quotes the server's answer", () => {
    const error = { code: 'EENVELOPE', message: "Can't send mail", response: '550 no such user' };
    expect(smtpFailure(error).message).toBe('SMTP: 550 no such user');
  });
});

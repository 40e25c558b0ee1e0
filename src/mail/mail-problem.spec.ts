import { smtpFailure } from './mail-failure';
import { mailProblem } from './mail-problem';

describe('Why a mail has not left', () => {
  it.each([
    [
      { code: 'EENVELOPE', responseCode: 550, response: '550 5.1.1 unknown' },
      'RECIPIENT_REFUSED',
      '550 5.1.1',
    ],
    [{ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553 }, 'SENDER_REFUSED', '553'],
    [{ code: 'EMESSAGE', responseCode: 554 }, 'MESSAGE_REFUSED', '554'],
    [{ code: 'EAUTH', responseCode: 535 }, 'LOGIN_REFUSED', '535'],
    [{ code: 'ETLS' }, 'NO_ENCRYPTION', null],
    [{ code: 'EDNS' }, 'SERVER_NOT_FOUND', null],
    [{ code: 'ESOCKET' }, 'SERVER_NOT_REACHED', null],
    [{ code: 'EUNHEARDOF' }, 'OTHER', null],
  ])('is read from what was written down of %j', (error, code, reply) => {
    expect(mailProblem(smtpFailure(error).message)).toEqual({ code, reply });
  });

  it('is something else where the program itself has failed', () => {
    expect(mailProblem('Internal error, see the log.')).toEqual({ code: 'OTHER', reply: null });
  });
});

import { auditReasonOf } from './audit-reason';

describe('The reason for the audit log', () => {
  const latin1 = 'Müller ist ausgeschieden';
  const utf8 = Buffer.from(latin1, 'utf8').toString('latin1');

  it.each([
    ['nothing', undefined, undefined],
    ['blanks', '  ', undefined],
    ['what browsers send', latin1, latin1],
    ['what other programs send', utf8, latin1],
    ['control characters', 'a\tb\u007f', 'a b'],
    ['what nobody sees', Buffer.from('Mu\u0308l\u202eler').toString('latin1'), 'Müller'],
  ])('reads %s', (_, header, reason) => {
    expect(auditReasonOf(header)).toBe(reason);
  });

  it('refuses what is too long to be kept', () => {
    expect(() => auditReasonOf('x'.repeat(501))).toThrow('validation-failed');
  });
});

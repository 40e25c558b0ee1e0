import { emailForms } from './email-forms';

describe('the forms of an e-mail address', () => {
  it('keeps a plain address, except for the case of its domain', () => {
    expect(emailForms('Petra.Meier@Example.COM')).toEqual({
      readable: 'Petra.Meier@example.com',
      ascii: 'Petra.Meier@example.com',
    });
  });

  it.each(['info@BÜCHER.example', 'info@bu\u0308cher.example', 'info@xn--bcher-kva.example'])(
    'knows %s as one mailbox',
    (email) => {
      expect(emailForms(email)).toEqual({
        readable: 'info@bücher.example',
        ascii: 'info@xn--bcher-kva.example',
      });
    },
  );

  it('sees through letters that only look like others', () => {
    expect(emailForms('info@ⓔxample.com')?.ascii).toBe('info@example.com');
  });

  it.each(['info', '@example.com', 'info@', 'info@exa mple.com', 'info@a@b c'])('refuses %s', (email) => {
    expect(emailForms(email)).toBeUndefined();
  });
});

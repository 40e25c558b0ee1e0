import fc from 'fast-check';
import { emailAddress, emailKey } from './email-address';

describe('the forms of an e-mail address', () => {
  it('keeps a plain address, except for the case of its domain; the key knows no case', () => {
    expect(emailAddress(' Petra.Meier@Example.COM ')).toEqual({
      readable: 'Petra.Meier@example.com',
      ascii: 'Petra.Meier@example.com',
      key: 'petra.meier@example.com',
    });
  });

  it.each([
    'info@BÜCHER.example',
    'info@bu\u0308cher.example',
    'info@xn--bcher-kva.example',
    'info@XN--BCHER-KVA.example',
    'info@bücher\u3002example',
    'info@ｂücher.example',
  ])('knows %s as one mailbox', (email) => {
    expect(emailAddress(email)).toEqual({
      readable: 'info@bücher.example',
      ascii: 'info@xn--bcher-kva.example',
      key: 'info@xn--bcher-kva.example',
    });
  });

  it('sees through letters that only look like others', () => {
    expect(emailAddress('info@ⓔxample.com')?.ascii).toBe('info@example.com');
  });

  it.each([
    ['İ@x.example', 'i\u0307@x.example'],
    ['I\u0307@x.example', 'i\u0307@x.example'],
    ['Straße@x.example', 'STRASSE@x.example'],
    ['ΣΑΣ@x.example', 'σας@x.example'],
    ['u\u0308@x.example', 'Ü@x.example'],
    ['u@İ.example', 'u@i\u0307.example'],
    ['a\u200b@x.example', 'a@x\u200b.example'],
  ])('gives %s and %s one key', (one, other) => {
    expect(emailKey(one)).toBe(emailKey(other));
  });

  it.each(['info', '@example.com', 'info@', 'info@exa mple.com', 'info@a@b c'])('refuses %s', (email) => {
    expect(emailAddress(email)).toBeUndefined();
    expect(emailKey(email)).toBe(email);
  });

  it('makes the same of what it has made, whatever that is', () => {
    const part = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(part, part, (local, domain) => {
        const { readable, ascii, key } = emailAddress(`${local}@${domain}.example`) ?? {};
        for (const form of [readable, ascii, key].filter((text) => text !== undefined)) {
          expect(emailAddress(form)).toMatchObject({ key });
        }
      }),
    );
  });
});

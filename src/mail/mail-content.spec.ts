import type { ComposedMail } from './composed-mail';
import { contentOf, oneLine } from './mail-content';
import { button, defineMail, facts, list, note, quote, text } from './mail-template';

const texts = (subject: string, ...blocks: ReturnType<typeof text>[]) => ({
  de: { subject, blocks },
  en: { subject: `en ${subject}`, blocks },
});

function composed<Values>(values: Values, brand: Partial<ComposedMail['brand']> = {}): ComposedMail<Values> {
  return {
    to: { name: 'Max', address: 'max@kunde.example' },
    language: 'de',
    brand: { portalName: 'Portal Süd', ...brand },
    values,
  };
}

const render = (subject: string, block: ReturnType<typeof text>, values: Record<string, string | number>) =>
  contentOf(defineMail<Record<string, string | number>>('test', texts(subject, block)), composed(values));

describe('contentOf', () => {
  it('fills values and the name of the portal, in the language of the recipient', () => {
    const mail = defineMail<{ number: number }>(
      'test',
      texts('{portalName}: {number}', text('Nr. {number}')),
    );
    const english = { ...composed({ number: 7 }), language: 'en' as const };
    expect(contentOf(mail, composed({ number: 7 }))).toMatchObject({
      subject: 'Portal Süd: 7',
      blocks: [{ text: 'Nr. 7' }],
    });
    expect(contentOf(mail, english).subject).toBe('en Portal Süd: 7');
  });

  it('does not read a value as a template', () => {
    expect(render('{a}', text('{a} {b}'), { a: '{b} {{b}}', b: 'B' })).toMatchObject({
      subject: '{b} {{b}}',
      blocks: [{ text: '{b} {{b}} B' }],
    });
  });

  it('keeps a value on its line', () => {
    const { subject, blocks } = render('Neu: {a}', facts([['A', '{a}']]), { a: 'x\r\nBcc: a@b.example\0' });
    expect(subject).toBe('Neu: x Bcc: a@b.example');
    expect(blocks).toEqual([{ facts: [{ label: 'A', value: 'x Bcc: a@b.example' }] }]);
  });

  it('cuts a long subject between characters', () => {
    const { subject } = render('{a}', text(''), { a: '😀'.repeat(200) });
    expect(subject).toBe(`${'😀'.repeat(149)}…`);
  });

  it('keeps the lines of a quote', () => {
    const { blocks } = render('', quote('{a}'), { a: ' eins\r\n\r\nzwei\u0007\n' });
    expect(blocks).toEqual([{ quote: ['eins', '', 'zwei'] }]);
  });

  it('reads in a list what each thing is and where', () => {
    const { blocks } = render('', list('{a}'), {
      a: 'eins\nhttps://p.example/1\nzwei\r\njavascript:alert(1)\nund mehr\n',
    });
    const labels = ['zwei', 'javascript:alert(1)', 'und mehr'].map((label) => ({ label }));
    expect(blocks).toEqual([{ list: [{ label: 'eins', url: 'https://p.example/1' }, ...labels] }]);
  });

  it.each([text(' {a}'), quote('{a}'), list('{a}'), facts([['A', '{a}']])])(
    'leaves an empty block out: %j',
    (block) => {
      expect(render('', block, { a: '' }).blocks).toEqual([]);
    },
  );

  it.each(['{missing}', '{constructor}'])('refuses a placeholder without a value: %s', (content) => {
    expect(() => render('', text(content), {})).toThrow(expect.objectContaining({ permanent: true }));
  });

  it.each(['javascript:alert(1)', '', '/relative', 'https://a.example/ b'])('refuses the link %p', (link) => {
    for (const block of [button('Weiter', '{link}'), note('Mehr dazu.', '{link}')]) {
      expect(() => render('', block, { link })).toThrow('no web address');
    }
  });

  it('names the legal links there are', () => {
    const brand = {
      imprintUrl: 'https://haus.example/impressum',
      privacyUrl: 'javascript:alert(1)',
      termsUrl: null,
    };
    expect(contentOf(defineMail('test', texts('x')), composed({}, brand)).links).toEqual([
      { label: 'Impressum', url: 'https://haus.example/impressum' },
    ]);
  });
});

describe('oneLine', () => {
  it.each([
    ['Max\r\nBcc: a@b.example', 'Max Bcc: a@b.example'],
    ['a\u2028b\u202ec', 'a b c'],
    [' Jürgen "J" ', 'Jürgen "J"'],
  ])('makes %j to %j', (value, safe) => {
    expect(oneLine(value)).toBe(safe);
  });
});

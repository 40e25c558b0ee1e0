import { bytesIn } from '../../../test/support/files';
import { fileWriter } from '../../../test/support/file-writer';
import type { DomainError } from '../../platform/errors';
import { type CodePage, fromLatin1 } from './code-pages';
import { encodingOf } from './encoding';

const file = fileWriter();

it('tells UTF-8 from windows-1252, with and without a byte order mark', async () => {
  expect(await encodingOf(file('Köln €'))).toEqual({ encoding: 'utf8', start: 0 });
  expect(await encodingOf(file('\ufeffKöln'))).toEqual({ encoding: 'utf8', start: 3 });
  expect(await encodingOf(file(Buffer.from('K\xf6ln \x80', 'latin1')))).toEqual({
    encoding: 'windows-1252',
    start: 0,
  });
  // A character of several bytes on the border between two chunks.
  expect((await encodingOf(file(`${'x'.repeat(65_535)}ö`))).encoding).toBe('utf8');
  expect(fromLatin1('\x80\x84\x93\x96\x9f\xe4', 'windows-1252')).toBe('€„“–Ÿä');
});

/** The encoding, or the code of the refusal and its place. */
async function recognised(content: Buffer): Promise<unknown> {
  try {
    return (await encodingOf(file(content))).encoding;
  } catch (error) {
    const { code, details } = error as DomainError;
    return [code, details.fields?.[0]?.extensions];
  }
}

const GERMAN = 'Müller Söhne;Größe;Käse;Straße;ÖL Ärzte;Köln;Überlingen';

describe.each<CodePage>(['windows-1252', 'cp850', 'mac-roman'])('A file in %s', (page) => {
  it.each([
    GERMAN,
    'Bäckerei Groß;Düren',
    'MÜLLER;GRÖßE;KÖLN',
    'Café Chloé;Gößweinstein;München',
    'François Müller;Señor;Łódź'.replace(/[Łź]/g, ''),
  ])('is recognised: %s', async (text) => {
    expect(await recognised(bytesIn(page, text))).toBe(page);
  });
});

describe('A file in windows-1252', () => {
  it.each([
    'Müller – Söhne;5 €;20 °C',
    'sagt „guten Tag“',
    '„Spaß“ macht „groß“',
    'Peter’s;Windows®;INTEL™;HP™',
    'Café;Crème brûlée;garçon;Málaga;São Paulo',
    'à 5 Stück;10 µm;1 m²;½;»so«;§ 5',
    'Žižek und Müller;Škoda und Köln',
    'Nord–Süd;A–Z;usw…',
  ])('is recognised: %s', async (text) => {
    expect(await recognised(bytesIn('windows-1252', text))).toBe('windows-1252');
  });
});

it.each<[CodePage, string]>([
  ['cp850', 'Straße'],
  ['cp850', 'Köln'],
  ['cp850', 'Ärzte'],
  ['cp850', 'Übung'],
  ['cp850', 'über'],
  ['mac-roman', 'Köln'],
  ['mac-roman', 'Ärzte'],
  ['mac-roman', 'Öl'],
  ['mac-roman', 'Käse'],
  ['windows-1252', 'Suárez'],
])('refuses a file in %s where it could be another one: %s', async (page, text) => {
  const content = bytesIn(page, `a;b\nc;${text}\n`);
  expect(await recognised(content)).toEqual(['import.encoding', { line: 2, column: 2 }]);
});

describe('A file that is partly UTF-8', () => {
  const rows = (...lines: (string | Buffer)[]): Buffer =>
    Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\r\n')]));

  it.each(['windows-1252', 'cp850', 'mac-roman'] as const)('and partly %s is refused', async (page) => {
    const content = rows(
      'Nummer;Name',
      '1;Müller',
      Buffer.concat([Buffer.from('2;"x;\ny";'), bytesIn(page, 'Söhne')]),
    );
    expect(await recognised(content)).toEqual(['import.encoding', { line: 4, column: 3 }]);
  });

  it('is refused for one odd byte, wherever it is', async () => {
    for (const odd of [0x80, 0xe4, 0xff, 0xc3, 0xc0]) {
      const line = Buffer.concat([Buffer.from('3;a'), Buffer.from([odd]), Buffer.from('b')]);
      expect(await recognised(rows('Nummer;Name', '1;Müller', '2;Köln', line))).toEqual([
        'import.encoding',
        { line: 4, column: 2 },
      ]);
      expect(await recognised(rows('\ufeffNummer;Name', line))).toEqual([
        'import.encoding',
        { line: 2, column: 2 },
      ]);
    }
  });

  it('is refused where its end cuts a character off, and behind any number of bytes', async () => {
    expect(await recognised(Buffer.from('Müller;x\xc3', 'latin1'))).not.toBe('utf8');
    expect(await recognised(Buffer.from('Mü;ö').subarray(0, -1))).toEqual([
      'import.encoding',
      { line: 1, column: 2 },
    ]);
    for (const length of [65_533, 65_534, 65_535, 65_536, 65_537]) {
      const content = Buffer.concat([
        Buffer.from(`${'x'.repeat(length)}ü;`),
        Buffer.from([0xfc]),
        Buffer.from('r\n'),
      ]);
      expect(await recognised(content)).toEqual(['import.encoding', { line: 1, column: 2 }]);
    }
  });

  it('is refused where the one row is UTF-8 and all others are not', async () => {
    const ansi = bytesIn('windows-1252', 'Köln;Müller;Käse');
    expect(await recognised(rows(ansi, ansi, 'x;Söhne', ansi))).toEqual([
      'import.encoding',
      { line: 3, column: 2 },
    ]);
  });
});

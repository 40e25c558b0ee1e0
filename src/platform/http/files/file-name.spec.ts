import { displayName } from './file-name';

it.each([
  ['Prüfbericht.pdf', 'Prüfbericht.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\kim\\bild.png', 'bild.png'],
  ['a\r\nSet-Cookie: x=1.txt', 'aSet-Cookie_ x=1.txt'],
  ['rechnung\u202efdp.exe', 'rechnungfdp.exe'],
  ['null\0byte.txt', 'nullbyte.txt'],
  ['"><script>.html', '___script_.html'],
  ['..', 'Datei'],
  ['', 'Datei'],
  [undefined, 'Datei'],
  ['.htaccess', 'htaccess'],
  ['name.txt. . ', 'name.txt'],
  ['lone\ud800.txt', 'lone.txt'],
])('makes %j %j', (given, wanted) => {
  expect(displayName(given)).toBe(wanted);
});

it('shortens without losing the ending', () => {
  const name = displayName(`${'ä'.repeat(400)}.pdf`);
  expect(Array.from(name)).toHaveLength(150);
  expect(name.endsWith('ä.pdf')).toBe(true);
});

it('does not take the whole name for an ending', () => {
  expect(displayName(`a.${'b'.repeat(400)}`)).toHaveLength(150);
});

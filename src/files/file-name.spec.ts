import { displayName, nameInForm } from './file-name';

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
  ['CON.txt', '_CON.txt'],
  ['con', '_con'],
  ['nul.tar.gz', '_nul.tar.gz'],
  ['Aux .txt', '_Aux .txt'],
  ['COM1', '_COM1'],
  ['lpt9.log', '_lpt9.log'],
  ['COM².txt', '_COM².txt'],
  ['CONOUT$', '_CONOUT$'],
  ['../PRN', '_PRN'],
  ['Con\u200bTRACT.txt', 'ConTRACT.txt'],
  ['co\u200bn.txt', '_con.txt'],
  ['CONTRACT.pdf', 'CONTRACT.pdf'],
  ['com10.txt', 'com10.txt'],
  ['auxiliary', 'auxiliary'],
])('makes %j %j', (given, wanted) => {
  expect(displayName(given)).toBe(wanted);
});

it.each(['a', 'ä', '日', '🖨', 'a\u0301'])('cuts %j by bytes, without losing the ending', (character) => {
  const name = displayName(`${character.repeat(400)}.pdf`);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  expect(Buffer.byteLength(name)).toBeGreaterThan(250);
  expect(name.endsWith(`${character.normalize('NFC')}.pdf`)).toBe(true);
  expect(name).not.toContain('\ufffd');
});

it.each([250, 251, 252])('leaves %d bytes and an ending as they are, as far as they fit', (length) => {
  const name = `${'a'.repeat(length)}.pdf`;
  expect(displayName(name)).toBe(length <= 251 ? name : `${'a'.repeat(251)}.pdf`);
});

it('does not take the whole name for an ending', () => {
  expect(displayName(`a.${'b'.repeat(400)}`)).toHaveLength(255);
  expect(displayName('日'.repeat(400))).toHaveLength(85);
});

it.each([
  ['a%22b.txt', 'a"b.txt'],
  ['a%0d%0Ab%0D.txt', 'a\r\nb\r.txt'],
  ['100%25 %20 %2F.txt', '100%25 %20 %2F.txt'],
  ['%2522', '%2522'],
])('reads the name %j of a form as %j', (written, name) => expect(nameInForm(written)).toBe(name));

import { mixedScripts, mixedScriptsOfAddress } from './mixed-scripts';

describe('Scripts that are mixed', () => {
  it.each([
    ['mu\u0435ller', ['lateinisch', 'kyrillisch']],
    ['Мusterhaus', ['lateinisch', 'kyrillisch']],
    ['Αdler GmbH', ['lateinisch', 'griechisch']],
    ['\u0578ffice', ['lateinisch', 'armenisch']],
    ['Müller & Söhne', []],
    ['Łódź Çelik Þór', []],
    ['Фирма Müller', []],
    ['株式会社Muster', []],
    ['日本 テスト', []],
    ['', []],
  ])('are named: %j', (text, scripts) => {
    expect(mixedScripts(text, 'de')).toEqual(scripts);
  });

  it.each([
    ['m@mu\u0435ller.example', ['Latin', 'Cyrillic']],
    ['m@\u0440\u0430\u0443\u0440\u0430.example', ['Latin', 'Cyrillic']],
    ['m@müller.example', []],
  ])('are named in %j', (email, scripts) => {
    expect(mixedScriptsOfAddress(email, 'en')).toEqual(scripts);
  });
});

import { languageOf } from './language';

describe('languageOf', () => {
  it.each([
    [undefined, 'de'],
    ['en', 'en'],
    ['en-GB,de;q=0.5', 'en'],
    ['fr, de;q=0.3, en;q=0.8', 'en'],
    ['en;q=0, de', 'de'],
    ['fr', 'de'],
  ])('reads %p as %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

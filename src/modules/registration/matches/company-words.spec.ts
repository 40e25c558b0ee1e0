import { companyWords } from './company-words';

describe('the words of a company name', () => {
  it.each([
    ['Müller & Söhne GmbH', 'Müller Söhne'],
    ['Fa. Müller und Söhne', 'Müller Söhne'],
    ['Bäckerei Schmidt e.K.', 'Bäckerei Schmidt'],
    ['Sportverein 1899 e. V.', 'Sportverein 1899'],
    ['Muster UG (haftungsbeschränkt)', 'Muster'],
    ['Muster GmbH & Co. KG', 'Muster'],
    ['Meier-Werke AG', 'Meier Werke'],
  ])('%s: %s', (company, words) => {
    expect(companyWords(company)).toBe(words);
  });

  it('are the whole name where nothing else remains', () => {
    expect(companyWords('AG')).toBe('AG');
  });
});

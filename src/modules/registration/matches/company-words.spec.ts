import { companySearches } from './company-words';

describe('the searches for a company', () => {
  it.each([
    ['Müller & Söhne GmbH', ['Müller Söhne']],
    ['Fa. Müller und Söhne', ['Müller Söhne']],
    ['Bäckerei Schmidt e.K.', ['Bäckerei Schmidt']],
    ['Muster UG (haftungsbeschränkt)', ['Muster']],
    ['Muster GmbH & Co. KG', ['Muster']],
    ['Meier-Werke AG', ['Meier Werke']],
  ])('%s', (company, searches) => {
    expect(companySearches(company)).toEqual(searches);
  });

  it('drop words from the end, but keep two', () => {
    expect(companySearches('Müller Söhne Gartenbau Köln e. V.')).toEqual([
      'Müller Söhne Gartenbau Köln',
      'Müller Söhne Gartenbau',
      'Müller Söhne',
    ]);
  });

  it('take the whole name where nothing else remains', () => {
    expect(companySearches('AG')).toEqual(['AG']);
  });
});

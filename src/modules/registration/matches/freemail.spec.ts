import { isCompanyDomain } from './freemail';

describe('the domain of an address', () => {
  it.each(['gmx.de', 'GMX.net', 'web.de', 't-online.de', 'gmail.com', 'outlook.com'])(
    '%s says nothing of a company',
    (domain) => {
      expect(isCompanyDomain(domain)).toBe(false);
    },
  );

  it.each(['mueller-soehne.example', 'gmx-systemhaus.de', 'mail.gmx-partner.de'])('%s may', (domain) => {
    expect(isCompanyDomain(domain)).toBe(true);
  });
});

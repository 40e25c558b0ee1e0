import { differences } from './differences';

const FIRST = {
  company: 'Muster GmbH',
  firstName: 'Petra',
  lastName: 'Muster',
  phone: null,
  message: 'Hallo',
};

describe('the differences of a repeated registration', () => {
  it('are none where all is the same, or left out', () => {
    expect(differences(FIRST, { ...FIRST, firstName: null, message: null })).toEqual({});
  });

  it('are the new values', () => {
    expect(differences(FIRST, { ...FIRST, company: 'Andere AG', phone: '0221 1' })).toEqual({
      company: 'Andere AG',
      phone: '0221 1',
    });
  });
});

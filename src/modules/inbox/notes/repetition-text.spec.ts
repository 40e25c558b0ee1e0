import { repetitionText } from './repetition-text';

describe('The text of a repeated registration', () => {
  it('is what differs, one value a line', () => {
    expect(repetitionText({ company: 'Muster AG', lastName: 'Meier', message: 'Bitte!' })).toBe(
      'Muster AG\nMeier\nBitte!',
    );
    expect(repetitionText({ firstName: 'Kim', lastName: 'Meier' })).toBe('Kim Meier');
  });

  it('is nothing where all was the same', () => {
    expect(repetitionText({})).toBeNull();
  });

  it('has an end', () => {
    expect(repetitionText({ message: 'x'.repeat(10_000) })).toHaveLength(2_000);
  });
});

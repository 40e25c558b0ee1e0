import { readEan } from './ean';

describe('EAN', () => {
  it.each([
    ['4977766779425', '4977766779425'],
    ['4 006381 333931', '4006381333931'],
    ['4006-3813-3393-1', '4006381333931'],
    ['96385074', '96385074'],
    ['９６３８\u2011５０７４', '96385074'],
    ['036000291452', '036000291452'],
    ['10012345678902', '10012345678902'],
  ])('%s is one', (text, digits) => {
    expect(readEan(text)).toBe(digits);
  });

  it.each([
    ['a wrong check digit', '4006381333932'],
    ['two digits swapped', '4006381333391'],
    ['too short', '400638133393'.slice(0, 11)],
    ['nine digits', '963850740'],
    ['too long', '100123456789028'],
    ['letters', '40063813ABC31'],
    ['other digits than ours', '٤٠٠٦٣٨١٣٣٣٩٣١'],
    ['nothing', ''],
  ])('%s is none', (_, text) => {
    expect(readEan(text)).toBeUndefined();
  });
});

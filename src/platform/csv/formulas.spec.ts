import { deneutralised, neutralised } from './formulas';

it.each(['=1+1', '+49 221', '-5', '@SUM(A1)', '\tx', '\rx', `'=1+1`, `''@x`])('makes %j harmless', (text) => {
  expect(neutralised(text)).toBe(`'${text}`);
  expect(deneutralised(neutralised(text))).toBe(text);
});

it.each(['', 'Kabel', '5-polig', `'s-Hertogenbosch`, `'`, 'a=b'])('leaves %j alone', (text) => {
  expect(neutralised(text)).toBe(text);
  expect(deneutralised(text)).toBe(text);
});

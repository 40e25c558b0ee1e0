import type { SentLine } from './payload';
import { summaryOfOrder, summaryOfRegistration } from './summary';

describe('The summary of an inbox item', () => {
  const line = (name: string, printer?: string): SentLine =>
    ({ quantity: 2, name, printer: printer ? { name: printer } : null }) as SentLine;

  it('names what was ordered, and for which printer', () => {
    expect(summaryOfOrder({ lines: [line('Maus'), line('Toner', 'Empfang')] })).toBe(
      '2 × Maus, 2 × Toner (Empfang)',
    );
  });

  it('shows that there is more', () => {
    expect(summaryOfOrder({ lines: ['A', 'B', 'C', 'D'].map((name) => line(name)) })).toBe(
      '2 × A, 2 × B, 2 × C, …',
    );
  });

  it('stays short, and cuts no character in two', () => {
    const summary = summaryOfOrder({ lines: [line('🖨️'.repeat(300))] });
    expect(summary.length).toBeLessThanOrEqual(200);
    expect(summary).toMatch(/…$/);
    expect(summary).not.toMatch(/\p{Cs}/u);
  });

  it('names the applicant', () => {
    const sent = {
      company: 'Muster GmbH',
      firstName: null,
      lastName: 'Muster',
      email: 'm@muster.example',
      phone: null,
      message: null,
      language: null,
    };
    expect(summaryOfRegistration(sent)).toBe('Muster GmbH · Muster · m@muster.example');
    expect(summaryOfRegistration({ ...sent, firstName: 'Kim' })).toBe(
      'Muster GmbH · Kim Muster · m@muster.example',
    );
    expect(summaryOfRegistration({ ...sent, email: 'm@müller.example' })).toBe(
      'Muster GmbH · Muster · m@müller.example',
    );
    expect(summaryOfRegistration({ ...sent, email: 'm@mu\u0435ller.example' })).toBe(
      '⚠ m@xn--muller-4of.example · Muster GmbH · Muster · m@mu\u0435ller.example',
    );
  });
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MailTemplate } from './mail-template';

const MODULES = join(__dirname, '../modules');
const FILES = readdirSync(MODULES, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.mail.ts'),
);

/** Of all mails, wherever they are declared. */
const TEMPLATES = FILES.flatMap((file) => {
  // The modules know the mails, not the other way round.
  const declared = jest.requireActual<Record<string, unknown>>(join(MODULES, file));
  return Object.values(declared).filter(isTemplate);
});

function isTemplate(value: unknown): value is MailTemplate {
  return typeof value === 'object' && value !== null && 'texts' in value && 'name' in value;
}

/** The paragraph after the greeting. */
function beginningOf({ texts }: MailTemplate, language: 'de' | 'en'): string {
  const [, second] = texts[language].blocks;
  return second && 'text' in second ? second.text : '';
}

describe('The text of every mail', () => {
  it('is found', () => {
    expect(TEMPLATES.length).toBeGreaterThan(15);
  });

  it('goes on after the comma of the greeting in small letters in German, and in English with a capital one', () => {
    const wrong = TEMPLATES.filter(
      (template) =>
        /^\p{Ll}/u.test(beginningOf(template, 'en')) ||
        /^(?:Die|Das|Der|Wir|Für)\b/.test(beginningOf(template, 'de')),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

import type { Language } from '../platform/context/context';
import type { ComposedMail, MailBrand } from './composed-mail';
import { MailFailure } from './mail-failure';
import type { Fact, MailBlock, MailTemplate } from './mail-template';

interface Link {
  readonly label: string;
  readonly url: string;
}

/** What the layouts render: plain data, every placeholder filled. */
export interface MailContent {
  readonly language: Language;
  readonly subject: string;
  readonly portalName: string;
  readonly accentColor: string;
  readonly blocks: readonly (
    | { text: string }
    | { button: Link }
    | { note: Link }
    | { facts: readonly Fact[] }
    | { quote: readonly string[] }
    | { list: readonly Partial<Link>[] }
  )[];
  /** Of the footer. */
  readonly links: readonly Link[];
}

const SUBJECT_LENGTH = 150;
/** Of the portal, see tokens.css. */
const ACCENT_COLOR = '#0f5e6e';
const LEGAL_LINKS = [
  { key: 'imprintUrl', de: 'Impressum', en: 'Legal notice' },
  { key: 'privacyUrl', de: 'Datenschutz', en: 'Privacy policy' },
  { key: 'termsUrl', de: 'AGB', en: 'Terms and conditions' },
] as const;

// Control characters, line separators, and those that turn the direction of what follows.
const UNSAFE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** Safe in a header and in one line of text: no line break, no control character. */
export function oneLine(value: string): string {
  return value.replace(UNSAFE, ' ').trim();
}

/**
 * Fills a template with the values of one mail.
 * @throws MailFailure where a placeholder has no value or a button no web address
 */
export function contentOf<Values>(template: MailTemplate<Values>, mail: ComposedMail<Values>): MailContent {
  const { language, brand } = mail;
  const portalName = oneLine(brand.portalName);
  const { subject, blocks } = template.texts[language];
  const filled = filler(template.name, { ...mail.values, portalName });
  return {
    language,
    subject: shortened(filled(subject)),
    portalName,
    accentColor: brand.accentColor ?? ACCENT_COLOR,
    blocks: blocks.flatMap((block) => filledBlock(block, filled)),
    links: legalLinks(brand, language),
  };
}

type Fill = (content: string, clean?: (value: string) => string) => string;

/** Values are put in once and never read as templates themselves. */
function filler(template: string, values: Readonly<Record<string, unknown>>): Fill {
  return (content, clean = oneLine) =>
    content.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (typeof value !== 'string' && typeof value !== 'number') {
        throw new MailFailure(`The mail ${template} has no value for {${name}}.`, 'PERMANENT');
      }
      return clean(String(value));
    });
}

function filledBlock(block: MailBlock, filled: Fill): MailContent['blocks'] {
  if ('text' in block) {
    const text = filled(block.text).trim();
    return text ? [{ text }] : [];
  }
  if ('button' in block) return [{ button: filledLink(block.button, filled) }];
  if ('note' in block) return [{ note: filledLink(block.note, filled) }];
  if ('facts' in block) {
    const facts = block.facts
      .map(({ label, value }) => ({ label: filled(label), value: filled(value).trim() }))
      .filter(({ value }) => value);
    return facts.length > 0 ? [{ facts }] : [];
  }
  const lines = linesOf(filled('list' in block ? block.list : block.quote, (value) => value));
  if (lines.length === 0) return [];
  return ['list' in block ? { list: listed(lines) } : { quote: lines }];
}

function filledLink({ label, url: address }: Link, filled: Fill): Link {
  const url = filled(address);
  if (!isWebAddress(url)) throw new MailFailure('A link of the mail is no web address.', 'PERMANENT');
  return { label: filled(label), url };
}

function linesOf(content: string): string[] {
  const text = content.trim();
  return text ? text.split(/\r\n|\r|\n/).map((line) => line.replace(UNSAFE, ' ').trimEnd()) : [];
}

/** Each line with the address below it. */
function listed(lines: readonly string[]): Partial<Link>[] {
  return lines.flatMap((label, place) => {
    const url = lines[place + 1];
    if (place > 0 && isWebAddress(label)) return [];
    return [url !== undefined && isWebAddress(url) ? { label, url } : { label }];
  });
}

function legalLinks(brand: MailBrand, language: Language): Link[] {
  return LEGAL_LINKS.flatMap(({ key, ...labels }) => {
    const url = brand[key];
    return url && isWebAddress(url) ? [{ label: labels[language], url }] : [];
  });
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:\/\/\S+$/i.test(url);
}

/** Counted in characters as people see them, so that none is cut in half. */
function shortened(subject: string): string {
  const characters = Array.from(subject);
  return characters.length <= SUBJECT_LENGTH
    ? subject
    : `${characters.slice(0, SUBJECT_LENGTH - 1).join('')}…`;
}

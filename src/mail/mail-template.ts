import type { Language } from '../platform/context/context';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** One piece of a mail's body, from top to bottom; made by the functions below. */
export type MailBlock =
  | { readonly text: string }
  | { readonly button: { readonly label: string; readonly url: string } }
  | { readonly note: { readonly label: string; readonly url: string } }
  | { readonly facts: readonly Fact[] }
  | { readonly quote: string }
  | { readonly list: string };

interface MailText {
  readonly subject: string;
  readonly blocks: readonly MailBlock[];
}

/** What a kind of mail says, both languages side by side. `{name}` stands for a value that its composer gives. */
export interface MailTemplate<Values = unknown> {
  readonly name: string;
  readonly texts: Readonly<Record<Language, MailText>>;
  /** Carries what a person wrote to whoever gets it; other mails say of themselves that a program wrote them. */
  readonly isAnswer?: boolean;
  /** Only for the compiler: never set. */
  readonly values?: Values;
}

/** Declares a mail in the module that owns it. `{portalName}` is always known; every other `{name}` is one of the values. */
export function defineMail<Values extends Record<keyof Values, string | number>>(
  name: string,
  texts: MailTemplate['texts'],
  { isAnswer = false }: Pick<MailTemplate, 'isAnswer'> = {},
): MailTemplate<Values> {
  return { name, texts, isAnswer };
}

/** A paragraph; left out where nothing remains of it. */
export function text(content: string): MailBlock {
  return { text: content };
}

/** A link to be followed; its address must be http or https. */
export function button(label: string, url: string): MailBlock {
  return { button: { label, url } };
}

/** A sentence below everything else, in small letters, with where it leads; its address must be http or https. */
export function note(label: string, url: string): MailBlock {
  return { note: { label, url } };
}

/** Pairs of label and value; those without a value are left out. */
export function facts(pairs: readonly (readonly [label: string, value: string])[]): MailBlock {
  return { facts: pairs.map(([label, value]) => ({ label, value })) };
}

/** What a person wrote, in several lines; left out where it is empty. */
export function quote(content: string): MailBlock {
  return { quote: content };
}

/** Things that can be opened: in turn a line that says what it is, and its address; a line without one stands alone. Left out where it is empty. */
export function list(content: string): MailBlock {
  return { list: content };
}

import { useSyncExternalStore } from 'react';
import type { EntryTexts } from './de';
import type { PortalTexts } from './de-portal';
import type { StaffTexts } from './de-staff';
import { type Format, formatFor } from './format';

export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
/** Everything the app says; what an area says is there once somebody is in it. */
export type Texts = EntryTexts & PortalTexts & StaffTexts;

/** A file for the login and one for each area, so that no page waits for the texts of another area. */
const FILES = {
  de: {
    entry: async () => (await import('./de')).de,
    portal: async () => (await import('./de-portal')).de,
    staff: async () => (await import('./de-staff')).de,
  },
  en: {
    entry: async () => (await import('./en')).en,
    portal: async () => (await import('./en-portal')).en,
    staff: async () => (await import('./en-staff')).en,
  },
} satisfies Record<
  Language,
  {
    entry: () => Promise<EntryTexts>;
    portal: () => Promise<PortalTexts>;
    staff: () => Promise<StaffTexts>;
  }
>;
const CHOICE = 'language';

export interface Speech {
  readonly language: Language;
  readonly texts: Texts;
  readonly format: Format;
}

let speech: Speech | undefined;
let area: 'portal' | 'staff' | undefined;
let turns = 0;
const listeners = new Set<() => void>();

export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** What was chosen in this browser, or else what the browser prefers. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(CHOICE);
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'de';
}

/** Loads a language and shows it at once, without loading the page again. */
export async function speak(language: Language): Promise<void> {
  const files = FILES[language];
  const turn = ++turns;
  const [before, inside] = await Promise.all([files.entry(), area && files[area]()]);
  // Chosen again while it was loading.
  if (turn !== turns) return;
  speech = {
    language,
    texts: { ...before, ...inside } as Texts,
    format: formatFor(language, before.common.ago),
  };
  document.documentElement.lang = language;
  listeners.forEach((listener) => listener());
}

/** As `speak`, and for the next time as well. @returns what is said from now on */
export async function chooseLanguage(language: Language): Promise<Texts> {
  await speak(language);
  localStorage.setItem(CHOICE, language);
  return current().texts;
}

/** Before an area is shown. */
export async function loadTextsOf(wanted: 'portal' | 'staff'): Promise<void> {
  if (area === wanted) return;
  const before = area;
  area = wanted;
  try {
    await speak(speech?.language ?? preferredLanguage());
  } catch (error) {
    area = before;
    throw error;
  }
}

export function useSpeech(): Speech {
  return useSyncExternalStore(subscribe, current);
}

export function useTexts(): Texts {
  return useSpeech().texts;
}

export function useFormat(): Format {
  return useSpeech().format;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function current(): Speech {
  if (!speech) throw new Error('No language has been loaded.');
  return speech;
}

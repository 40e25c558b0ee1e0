import type { Match, ZxcvbnFactory, ZxcvbnResult } from '@zxcvbn-ts/core';
import { ENGLISH_WORDS, FAMILIAR_WORDS } from './familiar-words';

/** Of what a password that is easily guessed is made. */
export type Weakness = 'OWN_WORDS' | 'KEYS' | 'PATTERN' | 'WORDS';

export interface Strength {
  /** The guesses that an attacker needs who knows how people choose passwords, as a power of ten. */
  readonly guesses: number;
  /** What makes it that easy, where it is easy. */
  readonly weakness: Weakness;
}

export type Measure = (password: string, words: readonly string[]) => Strength;

/** More characters add nothing to the estimate, only time. */
const MAX_EVALUATED_LENGTH = 64;
/** Of characters that were replaced, `P@ssw0rt`: more variants of one word take a third of a second. */
const SUBSTITUTIONS = 16;
/** Between words and at the end, each kind once: everybody puts them there. */
const SPACE = 1;
const PUNCTUATION = 0.5;

const PIECES = /\p{Lu}*(?:(?!\p{Lu})[\p{L}\p{M}])+|\p{Lu}+|\p{N}+|[^\p{L}\p{M}\p{N}\p{P}\s]+/gu;
/** The least for a piece of several characters, however common: an attacker does not know which one comes first. */
const A_PIECE = Math.log10(50);

const SPELLED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** Takes a second or so: the dictionaries are big. */
export async function loadMeasure(): Promise<Measure> {
  const { ZxcvbnFactory } = await import('@zxcvbn-ts/core');
  const { adjacencyGraphs: graphs, dictionary: common } = await import('@zxcvbn-ts/language-common');
  const { dictionary: german } = await import('@zxcvbn-ts/language-de');
  const dictionary = { familiar: [...FAMILIAR_WORDS], english: [...ENGLISH_WORDS], ...common, ...german };
  const spelled = Object.entries(dictionary).map(([name, words]) => [name, inAllSpellings(words)] as const);
  const library = new ZxcvbnFactory({
    graphs,
    dictionary: Object.fromEntries(spelled),
    l33tMaxSubstitutions: SUBSTITUTIONS,
  });
  return (password, words) => measure(library, password, words);
}

/** Umlauts also as two letters, and without their dots. */
export function inAllSpellings(words: readonly (string | number)[]): string[] {
  return words.flatMap((given) => {
    const word = String(given);
    if (!/[äöüß]/.test(word)) return [word];
    const asTwo = word.replace(/[äöüß]/g, (letter) => SPELLED[letter] ?? letter);
    return [word, asTwo, word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss')];
  });
}

/**
 * The library looks for the decomposition that an attacker would find first, but adds ten thousand for each part of it, so
 * that three parts of any kind pass. What counts here is the product of the parts, and of the pieces that anybody can
 * see: words that begin with capitals, figures, punctuation.
 */
function measure(library: ZxcvbnFactory, password: string, words: readonly string[]): Strength {
  const others = without(words, password);
  const rest = others.slice(0, MAX_EVALUATED_LENGTH);
  const whole = library.check(rest, [...words]);
  const pieces = piecesOf(rest).map((piece) => library.check(piece, [...words]));
  const apart = pieces.map((piece) => Math.max(guessesOf(piece), piece.password.length > 1 ? A_PIECE : 1));
  const guesses = Math.min(guessesOf(whole), sum(apart) + separation(rest));
  return { guesses, weakness: others === password ? weaknessOf([whole, ...pieces]) : 'OWN_WORDS' };
}

/** What words of the context add to a password is nothing: the rest has to be hard to guess by itself. */
function without(words: readonly string[], password: string): string {
  return words.length > 0 ? password.replace(new RegExp(words.join('|'), 'giu'), ' ') : password;
}

/** Repeating a piece adds nothing. */
function piecesOf(password: string): string[] {
  return [...new Set((password.match(PIECES) ?? []).map((piece) => piece.toLowerCase()))];
}

function separation(password: string): number {
  const kinds = new Set(password.match(/\s|\p{P}/gu) ?? []);
  return sum([...kinds].map((kind) => (/\s/.test(kind) ? SPACE : PUNCTUATION)));
}

function guessesOf({ sequence }: ZxcvbnResult): number {
  return sum(sequence.map(({ guessesLog10 }) => Number(guessesLog10)));
}

function weaknessOf(results: readonly ZxcvbnResult[]): Weakness {
  const parts: Match[] = results.flatMap(({ sequence }) => sequence);
  const has = (...patterns: string[]): boolean => parts.some(({ pattern }) => patterns.includes(pattern));
  if (parts.some(({ dictionaryName }) => dictionaryName === 'userInputs')) return 'OWN_WORDS';
  if (has('spatial')) return 'KEYS';
  if (has('dictionary')) return 'WORDS';
  return 'PATTERN';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

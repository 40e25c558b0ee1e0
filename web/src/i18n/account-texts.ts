import { useSpeech } from '.';
import { account as de } from './de/account';
import { account as en } from './en/account';

/** The account is seldom opened: what it says comes with its page, in all languages, and nobody else waits for it. */
export const accountTexts = { de, en };

export function useAccountTexts(): typeof de {
  return accountTexts[useSpeech().language];
}

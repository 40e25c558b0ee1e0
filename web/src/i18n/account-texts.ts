import { useSpeech } from '.';
import { account as de } from './de/account';
import { account as en } from './en/account';

/** The account is seldom opened: what it says is loaded with its page, in all languages, and delays no other page. */
export const accountTexts = { de, en };

export function useAccountTexts(): typeof de {
  return accountTexts[useSpeech().language];
}

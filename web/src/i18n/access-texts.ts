import { useSpeech } from '.';
import { access as de } from './de/access';
import { access as en } from './en/access';

/** As the texts of the account: they come with the pages that say them. */
export function useAccessTexts(): typeof de {
  return { de, en }[useSpeech().language];
}

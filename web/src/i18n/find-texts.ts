import { useSpeech } from '.';
import { find as de } from './de/find';
import { find as en } from './en/find';

/** As the texts of the account: they come with the dialog. */
export function useFindTexts(): typeof de {
  return { de, en }[useSpeech().language];
}

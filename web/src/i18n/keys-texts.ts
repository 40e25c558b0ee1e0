import { useSpeech } from '.';
import { keys as de } from './de/keys';
import { keys as en } from './en/keys';

/** As the texts of the account: they come with the dialog. */
export function useKeysTexts(): typeof de {
  return { de, en }[useSpeech().language];
}

import { useSpeech } from '.';
import { changes as de } from './de/changes';
import { changes as en } from './en/changes';

/** As the texts of the account: hardly anybody orders what has changed meanwhile. */
export function useChangesTexts(): typeof de {
  return { de, en }[useSpeech().language];
}

import { useSpeech } from '.';
import { watchers as de } from './de/watchers';
import { watchers as en } from './en/watchers';

/** As the texts of the account: they come with the part of a ticket's page. */
export function useWatchersTexts(): typeof de {
  return { de, en }[useSpeech().language];
}

import { useSpeech } from '.';
import { merge as de } from './de/merge';
import { merge as en } from './en/merge';

/** They come with the dialog. */
export function useMergeTexts(): typeof de {
  return { de, en }[useSpeech().language];
}

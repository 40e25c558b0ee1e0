import { useSpeech } from '.';
import { imports as de } from './de/imports';
import { imports as en } from './en/imports';

/** As the texts of the account: they come with the page. */
export function useImportTexts(): typeof de {
  return { de, en }[useSpeech().language];
}

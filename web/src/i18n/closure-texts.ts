import { useSpeech } from '.';
import { closure as de } from './de/closure';
import { closure as en } from './en/closure';

/** As the texts of the account: they come with the dialog. */
export function useClosureTexts(): typeof de {
  return { de, en }[useSpeech().language];
}

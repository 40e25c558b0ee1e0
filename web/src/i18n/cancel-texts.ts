import { useSpeech } from '.';
import { cancel as de } from './de/cancel';
import { cancel as en } from './en/cancel';

/** As the texts of the account: they come with the dialog. */
export function useCancelTexts(): typeof de {
  return { de, en }[useSpeech().language];
}

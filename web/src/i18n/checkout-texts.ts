import { useSpeech } from '.';
import { checkout as de } from './de/checkout';
import { checkout as en } from './en/checkout';

/** As the texts of the account: they come with what has fields for an address. */
export function useCheckoutTexts(): typeof de {
  return { de, en }[useSpeech().language];
}

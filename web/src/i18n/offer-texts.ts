import { useSpeech } from '.';
import { offer as de } from './de/offer';
import { offer as en } from './en/offer';

/** As the texts of the account: they come with the page of an order. */
export function useOfferTexts(): typeof de {
  return { de, en }[useSpeech().language];
}

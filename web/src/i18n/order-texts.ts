import { useSpeech } from '.';
import { order as de } from './de/order';
import { order as en } from './en/order';

/** As the texts of the account: they come with the page of an order. */
export function useOrderTexts(): typeof de {
  return { de, en }[useSpeech().language];
}

import { useSpeech } from '.';
import { statistics as de } from './de/statistics';
import { statistics as en } from './en/statistics';

/** They come with the page. */
export function useStatisticsTexts(): typeof de {
  return { de, en }[useSpeech().language];
}

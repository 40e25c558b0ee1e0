import { useSpeech } from '.';
import { overview as de } from './de/overview';
import { overview as en } from './en/overview';

export type OverviewTexts = typeof de;

/** As the texts of the account: they come with the overview. */
export function useOverviewTexts(): OverviewTexts {
  return { de, en }[useSpeech().language];
}

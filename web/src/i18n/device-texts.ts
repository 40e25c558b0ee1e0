import { useSpeech } from '.';
import { devices as de } from './de/devices';
import { devices as en } from './en/devices';

/** They come with the page. */
export function useDeviceTexts(): typeof de {
  return { de, en }[useSpeech().language];
}

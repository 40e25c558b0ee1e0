import { useSpeech } from '.';
import { keysSetting as de } from './de/keys-setting';
import { keysSetting as en } from './en/keys-setting';

/** They come with the account of staff. */
export function useKeysSettingTexts(): typeof de {
  return { de, en }[useSpeech().language];
}

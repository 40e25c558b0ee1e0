import { common } from './de/common';
import { entry } from './de/entry';

/** What is said before and around the login. The type is what every other language has to say, too. */
export const de = { common, entry };

export type EntryTexts = typeof de;

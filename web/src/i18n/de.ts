import { common } from './de/common';
import { entry } from './de/entry';
import { files } from './de/files';

/** What is said before and around the login, and in both areas. The type is what every other language has to say, too. */
export const de = { common, entry, files };

export type EntryTexts = typeof de;

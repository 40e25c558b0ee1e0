import type { EntryTexts } from './de';
import { common } from './en/common';
import { entry } from './en/entry';

export const en: EntryTexts = { common, entry };

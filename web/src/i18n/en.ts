import type { EntryTexts } from './de';
import { common } from './en/common';
import { entry } from './en/entry';
import { files } from './en/files';

export const en: EntryTexts = { common, entry, files };

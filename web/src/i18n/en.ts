import type { EntryTexts } from './de';
import { account } from './en/account';
import { common } from './en/common';
import { entry } from './en/entry';
import { files } from './en/files';

export const en: EntryTexts = { common, entry, account, files };

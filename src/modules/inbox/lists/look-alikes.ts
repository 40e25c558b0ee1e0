import { currentLanguage } from '../../../platform/context/context';
import { textOf } from '../../../platform/errors';
import { emailAddress } from '../../../platform/text/email-address';
import { mixedScripts, mixedScriptsOfAddress } from '../../../platform/text/mixed-scripts';

/** What staff are told of an address that may not be what it looks like. */
export interface Appearance {
  readonly emailAscii?: string;
  readonly warning?: string;
}

const WARNING = {
  de: 'Hier sind Schriften gemischt ({scripts}): Das kann einer anderen Angabe zum Verwechseln ähnlich sehen. Prüfen Sie, wer das ist.',
  en: 'Scripts are mixed here ({scripts}): this may look just like something else. Check who this is.',
};

/** @param besides names that were typed with the address */
export function appearanceOf(email: string, besides: readonly (string | null)[] = []): Appearance {
  const language = currentLanguage();
  const ascii = emailAddress(email)?.ascii;
  const mixed = [
    ...mixedScriptsOfAddress(email, language),
    ...besides.flatMap((text) => mixedScripts(text ?? '', language)),
  ];
  const scripts = [...new Set(mixed)].join(', ');
  return {
    ...(ascii && ascii !== email && { emailAscii: ascii }),
    ...(scripts && { warning: textOf(WARNING, language, { scripts }) }),
  };
}

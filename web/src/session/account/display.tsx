import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { queries } from '../../api/queries';
import { chooseLanguage, type Language, LANGUAGES, useSpeech } from '../../i18n';
import { accountTexts, useAccountTexts } from '../../i18n/account-texts';
import { forgetCurrentUser } from '../session';
import { failureText } from '../../ui/failure';
import { useAnnounce } from '../../ui/status';
import { applyTheme, chosenTheme, THEMES } from '../../ui/theme';

/** Language and light or dark, which show at once. */
export function Display(): ReactNode {
  const { language, texts } = useSpeech();
  const { common } = texts;
  const account = useAccountTexts();
  const router = useRouter();
  const announce = useAnnounce();
  const [theme, setTheme] = useState(chosenTheme);

  const choose = async (next: Language): Promise<void> => {
    let said = texts;
    try {
      said = await chooseLanguage(next);
      unwrap(await api.PATCH('/api/v1/auth/me', { body: { language: next } }));
      forgetCurrentUser();
      await router.invalidate();
      // Some of what was read is in the language that was asked for.
      void queries.invalidateQueries();
      announce(accountTexts[next].languageSaved);
    } catch (error) {
      announce(failureText(error, said.common.failed));
    }
  };
  return (
    <section className="card setting" aria-labelledby="display">
      <h2 id="display">{account.display}</h2>
      <div className="stack">
        <div className="field">
          <p id="language" className="legend">
            {common.language}
          </p>
          <div className="segments" role="group" aria-labelledby="language">
            {LANGUAGES.map((each) => (
              <button
                key={each}
                type="button"
                lang={each}
                aria-pressed={each === language}
                onClick={() => void choose(each)}
              >
                {common.languages[each]}
              </button>
            ))}
          </div>
        </div>
        <div className="field">
          <p id="theme" className="legend">
            {common.theme}
          </p>
          <div className="segments" role="group" aria-labelledby="theme">
            {THEMES.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={each === theme}
                onClick={() => {
                  applyTheme(each);
                  setTheme(each);
                }}
              >
                {common.themes[each]}
              </button>
            ))}
          </div>
        </div>
      </div>
    </section>
  );
}

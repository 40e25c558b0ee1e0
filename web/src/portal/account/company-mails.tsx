import type { ReactNode } from 'react';
import { type Language, useSpeech } from '../../i18n';
import type { Me } from '../../session/session';
import { useOwnChoice } from '../../session/account/own-choice';

type Choice = NonNullable<Me['companyMails']>;

interface Words {
  readonly title: string;
  readonly text: string;
  readonly choices: Readonly<Record<Choice, string>>;
}

/** Kept here, because only main users read them: all others would load them with the texts of the portal. */
const TEXTS: Readonly<Record<Language, Words>> = {
  de: {
    title: 'Tickets und Bestellungen der Firma',
    text: 'Wichtige heißt: außer Ihren auch Status, Angebote und Entscheidungen bei Kollegen.',
    choices: { MINE: 'Meine', IMPORTANT: 'Wichtige', ALL: 'Alle' },
  },
  en: {
    title: 'Tickets and orders of the company',
    text: 'Important means: besides yours, status, offers and decisions of colleagues.',
    choices: { MINE: 'Mine', IMPORTANT: 'Important', ALL: 'All' },
  },
};
const CHOICES: readonly Choice[] = ['MINE', 'IMPORTANT', 'ALL'];

/** Of what is not theirs, main users choose what they hear by mail. */
export function CompanyMails({ now }: { readonly now: Choice }): ReactNode {
  const { title, text, choices } = TEXTS[useSpeech().language];
  const [chosen, choose] = useOwnChoice(now, (companyMails) => ({ companyMails }));
  return (
    <div className="field">
      <p id="company-mails" className="legend">
        {title}
      </p>
      <p className="muted small">{text}</p>
      <div className="segments" role="group" aria-labelledby="company-mails">
        {CHOICES.map((each) => (
          <button key={each} type="button" aria-pressed={each === chosen} onClick={() => void choose(each)}>
            {choices[each]}
          </button>
        ))}
      </div>
    </div>
  );
}

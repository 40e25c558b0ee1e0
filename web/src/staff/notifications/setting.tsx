import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { Notice } from '../../ui/feedback';
import { useAnnounce } from '../../ui/status';
import { choiceOf, chooseOff, chooseOn } from './choice';

/** Switches the browser's notes on and off, for this person in this browser. */
export function NotificationSetting(): ReactNode {
  const { notifications: texts } = useTexts().staff;
  const me = useMe();
  const announce = useAnnounce();
  const [choice, setChoice] = useState(() => choiceOf(me.id));
  const choose = async (wanted: boolean): Promise<void> => {
    const chosen = wanted ? await chooseOn(me.id) : chooseOff(me.id);
    setChoice(chosen);
    if (chosen === 'on' || chosen === 'off') announce(texts.saved[chosen]);
  };
  return (
    <section className="card setting" aria-labelledby="notifications">
      <div>
        <h2 id="notifications">{texts.title}</h2>
        <p className="muted small">{texts.text}</p>
      </div>
      <div className="stack">
        {choice === 'impossible' ? (
          <p>{texts.impossible}</p>
        ) : (
          <div className="check">
            <input
              type="checkbox"
              id="notify"
              checked={choice === 'on'}
              onChange={({ currentTarget }) => {
                const wanted = currentTarget.checked;
                // It shows what is so, until the browser has answered.
                currentTarget.checked = choice === 'on';
                void choose(wanted);
              }}
            />
            <label htmlFor="notify">{texts.setting}</label>
          </div>
        )}
        {choice === 'denied' && (
          <Notice tone="warn" role="alert">
            {texts.denied}
          </Notice>
        )}
      </div>
    </section>
  );
}

import { type ReactNode, useState } from 'react';
import { useKeysSettingTexts } from '../../i18n/keys-setting-texts';
import { areOn, switchKeys } from '../shortcuts';

/** Switches the single keys off, e.g. for who speaks to the computer. */
export function KeysSetting(): ReactNode {
  const texts = useKeysSettingTexts();
  const [on, setOn] = useState(areOn);
  return (
    <section className="card setting" aria-labelledby="keys">
      <div>
        <h2 id="keys">{texts.title}</h2>
        <p className="muted small">{texts.text}</p>
      </div>
      <div className="check">
        <input
          type="checkbox"
          id="shortcuts"
          checked={on}
          onChange={({ currentTarget: { checked } }) => {
            switchKeys(checked);
            setOn(checked);
          }}
        />
        <label htmlFor="shortcuts">{texts.label}</label>
      </div>
    </section>
  );
}

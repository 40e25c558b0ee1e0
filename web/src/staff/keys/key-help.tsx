import { Fragment, type ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useKeysTexts } from '../../i18n/keys-texts';
import { Dialog } from '../../ui/dialog';
import '../../styles/keys.css';

export interface KeyHelpProps {
  readonly onClose: () => void;
}

/** What each key does, and where. */
export function KeyHelp({ onClose }: KeyHelpProps): ReactNode {
  const { common } = useTexts();
  const { title: heading, off, names, places } = useKeysTexts();
  return (
    <Dialog title={heading} onClose={onClose}>
      <div className="key-places">
        {Object.values(places).map(({ title, keys }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl className="keys">
              {Object.entries(keys).map(([key, what]) => (
                <Fragment key={key}>
                  <dt>
                    <kbd>{names[key] ?? key}</kbd>
                  </dt>
                  <dd>{what}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="muted small">{off}</p>
      <div className="actions end">
        <button type="button" className="button" onClick={onClose}>
          {common.close}
        </button>
      </div>
    </Dialog>
  );
}

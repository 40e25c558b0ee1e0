import { Fragment, type ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';

const KEYS = ['ctrlK', 'j', 'k', 'Enter', 't', 'r', 'n', 'ctrlEnter', 'Esc', '?'] as const;

/** What each key does. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { staff, common } = useTexts();
  return (
    <Dialog title={staff.keys.title} onClose={onClose}>
      <dl className="keys">
        {KEYS.map((key) => (
          <Fragment key={key}>
            <dt>
              <kbd>{key === 'ctrlEnter' || key === 'ctrlK' ? staff.keys[key] : key}</kbd>
            </dt>
            <dd>{staff.keys.what[key]}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="muted small">{staff.keys.settingText}</p>
      <div className="actions end">
        <button type="button" className="button" onClick={onClose}>
          {common.close}
        </button>
      </div>
    </Dialog>
  );
}

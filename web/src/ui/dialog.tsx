import { type ReactNode, useLayoutEffect, useId, useRef } from 'react';
import { StatusInDialog } from './status';
import { Whole } from './whole';

interface DialogProps {
  readonly title: string;
  /** Called for Escape and for closing; a dialog without it stays until it is done. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
}

/** The browser's own dialog: focus stays in it, Escape closes it, and focus goes back to where it was. */
export function Dialog({ title, onClose, children }: DialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    const title = element?.querySelector('h2');
    // What comes first to use stands below all that is to be read before it.
    if (element && title && element.scrollTop > 0) {
      title.tabIndex = -1;
      title.focus();
      element.scrollTop = 0;
    }
    return () => {
      element?.close();
      // Where what opened it is gone with what was done, see `keepFocus`.
      setTimeout(() => before instanceof HTMLElement && before.focus());
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        // A window in which files are chosen says so, too, when it is cancelled.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose?.();
      }}
      onClose={() => {
        // That of a dialog which is gone comes after its successor.
        if (!dialog.current) return;
        // A second Escape closes it whatever is said to the first.
        if (onClose) onClose();
        else if (dialog.current.isConnected) dialog.current.showModal();
      }}
    >
      <div className="stack">
        <h2 id={heading}>
          <Whole text={title} />
        </h2>
        {children}
      </div>
      <StatusInDialog />
    </dialog>
  );
}

import { type ReactNode, useEffect, useRef } from 'react';
import { CustomerSearch, type FoundCustomer } from './customer-search';

interface CustomerChoiceProps {
  readonly label: string;
  /** What the button says that takes the choice back. */
  readonly another: string;
  readonly chosen: FoundCustomer | undefined;
  readonly onChoose: (customer: FoundCustomer | undefined) => void;
}

/** One customer among all of them, who stands there once chosen. */
export function CustomerChoice({ label, another, chosen, onChoose }: CustomerChoiceProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(chosen);
  useEffect(() => {
    // What was used is gone: the focus stays in the form, whose keys go on.
    if (before.current !== chosen) box.current?.querySelector<HTMLElement>('input, button')?.focus();
    before.current = chosen;
  }, [chosen]);
  return (
    <div ref={box}>
      {chosen ? (
        <p>
          {label}: <strong>{chosen.name}</strong> <span className="muted number">{chosen.number}</span>{' '}
          <button type="button" className="button quiet" onClick={() => onChoose(undefined)}>
            {another}
          </button>
        </p>
      ) : (
        <CustomerSearch label={label} onFound={onChoose} />
      )}
    </div>
  );
}

import type { ReactNode } from 'react';
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
  if (!chosen) return <CustomerSearch label={label} onFound={onChoose} />;
  return (
    <p>
      {label}: <strong>{chosen.name}</strong> <span className="muted number">{chosen.number}</span>{' '}
      <button type="button" className="button quiet" onClick={() => onChoose(undefined)}>
        {another}
      </button>
    </p>
  );
}

import { type ReactNode, useId } from 'react';

interface DayFilterProps {
  readonly label: string;
  /** As YYYY-MM-DD. */
  readonly value: string | undefined;
  readonly onChoose: (day: string | undefined) => void;
}

/** A day that narrows a list. */
export function DayFilter({ label, value, onChoose }: DayFilterProps): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className="input"
        value={value ?? ''}
        onChange={({ currentTarget }) => onChoose(currentTarget.value || undefined)}
      />
    </div>
  );
}

import type { ReactNode } from 'react';
import { useTexts } from '../i18n';

/** What stands to choose, as a value and its words. */
export type Choices = readonly (readonly [value: string, label: string])[];

interface ChoiceFilterProps {
  readonly label: string;
  /** The words for no choice. */
  readonly all: string;
  readonly value: string | undefined;
  readonly choices: Choices;
  readonly onChoose: (value: string | undefined) => void;
}

/** One of several that narrows a list. */
export function ChoiceFilter({ label, all, value, choices, onChoose }: ChoiceFilterProps): ReactNode {
  const { staff } = useTexts();
  return (
    <select
      className="input"
      aria-label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChoose(currentTarget.value || undefined)}
    >
      <option value="">{all}</option>
      {/* What the address names is not always among what can be chosen: a colleague who has left, a category that is none any more. */}
      {value && !choices.some(([each]) => each === value) && (
        <option value={value}>{staff.otherChoice}</option>
      )}
      {choices.map(([each, text]) => (
        <option key={each} value={each}>
          {text}
        </option>
      ))}
    </select>
  );
}

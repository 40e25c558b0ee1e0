import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useFieldError } from '../../ui/form';

interface ChoiceProps {
  readonly name: string;
  readonly legend: string;
  readonly children: ReactNode;
}

/** One of several, of which none is chosen beforehand. */
export function Choice({ name, legend, children }: ChoiceProps): ReactNode {
  const id = useId();
  const fieldError = useFieldError(name);
  return (
    <div
      role="radiogroup"
      className="field choice"
      tabIndex={-1}
      aria-labelledby={`${id}-legend`}
      aria-invalid={fieldError ? true : undefined}
      aria-describedby={fieldError ? id : undefined}
    >
      <p id={`${id}-legend`} className="legend">
        {legend}
      </p>
      {children}
      {fieldError && (
        <p className="error" id={id}>
          <CircleAlert size={16} aria-hidden />
          {fieldError}
        </p>
      )}
    </div>
  );
}

interface OptionProps {
  readonly name: string;
  readonly value: string;
  readonly title: string;
  readonly text: string;
  readonly checked?: boolean;
  readonly onChoose?: () => void;
}

export function Option({ name, value, title, text, checked, onChoose }: OptionProps): ReactNode {
  const id = useId();
  return (
    <div className="option">
      <input type="radio" id={id} name={name} value={value} checked={checked} onChange={onChoose} />
      <label htmlFor={id}>
        <strong>{title}</strong> <span className="muted small">{text}</span>
      </label>
    </div>
  );
}

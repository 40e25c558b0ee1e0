import { CircleAlert, Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId, useState } from 'react';
import { useTexts } from '../i18n';
import { useFieldError } from './form';

interface Common {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Where it goes without saying that nothing has to be entered. */
  readonly unmarked?: boolean;
}

interface FieldAttributes {
  readonly id: string;
  readonly name: string;
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-describedby'?: string;
}

interface FieldProps extends Common {
  readonly required?: boolean;
  readonly children: (attributes: FieldAttributes) => ReactNode;
}

/** Label, hint and error around a control. */
function Field({ name, label, hint, required, unmarked, children }: FieldProps): ReactNode {
  const { common } = useTexts();
  const id = useId();
  const fieldError = useFieldError(name);
  const described = [fieldError && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {!required && !unmarked && <span className="optional">{common.optional}</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        name,
        'aria-invalid': fieldError ? true : undefined,
        'aria-describedby': described || undefined,
      })}
      {fieldError && (
        <p className="error" id={`${id}-error`}>
          <CircleAlert size={16} aria-hidden />
          {fieldError}
        </p>
      )}
    </div>
  );
}

type InputProps = Common & Omit<ComponentProps<'input'>, 'name' | 'id'>;

export function TextField({ label, hint, ...input }: InputProps): ReactNode {
  return (
    <Field name={input.name} label={label} hint={hint} required={input.required}>
      {(attributes) => <input className="input" {...input} {...attributes} />}
    </Field>
  );
}

type AreaProps = Common & Omit<ComponentProps<'textarea'>, 'name' | 'id'>;

export function TextArea({ label, hint, unmarked, ...area }: AreaProps): ReactNode {
  return (
    <Field name={area.name} label={label} hint={hint} required={area.required} unmarked={unmarked}>
      {(attributes) => <textarea className="input" {...area} {...attributes} />}
    </Field>
  );
}

export interface SelectProps extends Common, Omit<ComponentProps<'select'>, 'name' | 'id'> {
  /** Between label and choice, e.g. what narrows it. */
  readonly above?: ReactNode;
}

export function SelectField({ label, hint, above, children, ...select }: SelectProps): ReactNode {
  return (
    <Field name={select.name} label={label} hint={hint} required>
      {(attributes) => (
        <>
          {above}
          <select className="input" {...select} {...attributes}>
            {children}
          </select>
        </>
      )}
    </Field>
  );
}

/** With a button that shows what was typed; password managers fill it. */
export function PasswordField({ label, hint, ...input }: InputProps): ReactNode {
  const { common } = useTexts();
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field name={input.name} label={label} hint={hint} required>
      {(attributes) => (
        <div className="input-with-button">
          <input className="input" {...input} {...attributes} type={shown ? 'text' : 'password'} required />
          <button
            type="button"
            className="icon-button"
            aria-label={shown ? common.hidePassword : common.showPassword}
            onClick={() => setShown(!shown)}
          >
            <Icon size={20} aria-hidden />
          </button>
        </div>
      )}
    </Field>
  );
}

interface CheckProps {
  readonly name: string;
  readonly required?: boolean;
  readonly defaultChecked?: boolean;
  readonly children: ReactNode;
}

export function CheckField({ name, required, defaultChecked, children }: CheckProps): ReactNode {
  const id = useId();
  const fieldError = useFieldError(name);
  return (
    <div className="field">
      <div className="check">
        <input
          type="checkbox"
          id={id}
          name={name}
          required={required}
          defaultChecked={defaultChecked}
          aria-invalid={fieldError ? true : undefined}
          aria-describedby={fieldError ? `${id}-error` : undefined}
        />
        <label htmlFor={id}>{children}</label>
      </div>
      {fieldError && (
        <p className="error" id={`${id}-error`}>
          <CircleAlert size={16} aria-hidden />
          {fieldError}
        </p>
      )}
    </div>
  );
}

import { CircleAlert, Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId, useState } from 'react';
import { useTexts } from '../i18n';
import { useComplaint } from './form';

interface Common {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Where it goes without saying that nothing has to be entered. */
  readonly unmarked?: boolean;
}

interface Wiring {
  readonly id: string;
  readonly name: string;
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-describedby'?: string;
}

interface FieldProps extends Common {
  readonly required?: boolean;
  readonly children: (wiring: Wiring) => ReactNode;
}

/** Label, hint and complaint around a control. */
function Field({ name, label, hint, required, unmarked, children }: FieldProps): ReactNode {
  const { common } = useTexts();
  const id = useId();
  const complaint = useComplaint(name);
  const described = [complaint && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
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
        'aria-invalid': complaint ? true : undefined,
        'aria-describedby': described || undefined,
      })}
      {complaint && (
        <p className="error" id={`${id}-error`}>
          <CircleAlert size={16} aria-hidden />
          {complaint}
        </p>
      )}
    </div>
  );
}

type InputProps = Common & Omit<ComponentProps<'input'>, 'name' | 'id'>;

export function TextField({ label, hint, ...input }: InputProps): ReactNode {
  return (
    <Field name={input.name} label={label} hint={hint} required={input.required}>
      {(wiring) => <input className="input" {...input} {...wiring} />}
    </Field>
  );
}

type AreaProps = Common & Omit<ComponentProps<'textarea'>, 'name' | 'id'>;

export function TextArea({ label, hint, unmarked, ...area }: AreaProps): ReactNode {
  return (
    <Field name={area.name} label={label} hint={hint} required={area.required} unmarked={unmarked}>
      {(wiring) => <textarea className="input" {...area} {...wiring} />}
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
      {(wiring) => (
        <>
          {above}
          <select className="input" {...select} {...wiring}>
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
      {(wiring) => (
        <div className="input-with-button">
          <input className="input" {...input} {...wiring} type={shown ? 'text' : 'password'} required />
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
  const complaint = useComplaint(name);
  return (
    <div className="field">
      <div className="check">
        <input
          type="checkbox"
          id={id}
          name={name}
          required={required}
          defaultChecked={defaultChecked}
          aria-invalid={complaint ? true : undefined}
          aria-describedby={complaint ? `${id}-error` : undefined}
        />
        <label htmlFor={id}>{children}</label>
      </div>
      {complaint && (
        <p className="error" id={`${id}-error`}>
          <CircleAlert size={16} aria-hidden />
          {complaint}
        </p>
      )}
    </div>
  );
}

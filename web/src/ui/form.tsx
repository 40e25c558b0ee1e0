import {
  createContext,
  type InputEvent,
  type ReactNode,
  type SubmitEvent,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useFormat, useTexts } from '../i18n';
import { failureText, refusalOf } from './failure';
import { Notice } from './feedback';
import { useRefusal } from './refusal';
import { useAnnounce } from './status';
import { fieldErrorsOf, isTyped, type Typed } from './validity';
import { Values } from './values';

interface FormState {
  readonly fieldErrors: Readonly<Record<string, string>>;
  readonly busy: boolean;
}

const FormContext = createContext<FormState>({ fieldErrors: {}, busy: false });

/** By the name of the field. */
type Texts = Readonly<Record<string, string>>;

/** Other tabs may have the same one. */
interface Draft {
  read(): Texts | undefined;
  write(values: Texts, changed: readonly string[]): void;
  drop(): void;
  hold(sending: boolean): void;
  follow(take: (values: Texts | undefined) => void): () => void;
}

interface FormProps {
  /** Sends what was entered. What it throws is shown, at the field that it is about. */
  readonly onSend: (values: Values, form: HTMLFormElement) => Promise<void>;
  readonly className?: string;
  /** Keeps what was typed until it is sent. */
  readonly draft?: Draft;
  /** Names the form where a page has several. */
  readonly label?: string;
  /** See `useRefusal`. */
  readonly about?: () => unknown;
  /** Says more than the sentence with which what was sent is refused, and stands in its place. */
  readonly refusal?: ReactNode;
  readonly children: ReactNode;
}

/** A form: checks what the browser can check, in the app's words; the server has the last word. Ctrl+Enter sends. */
export function Form({
  onSend,
  className = 'stack',
  draft,
  label,
  about,
  refusal,
  children,
}: FormProps): ReactNode {
  const { common } = useTexts();
  const format = useFormat();
  const announce = useAnnounce();
  const form = useRef<HTMLFormElement>(null);
  const summary = useId();
  const [fieldErrors, setFieldErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useRefusal(about);
  const [busy, setBusy] = useState(false);

  const empty = useRef<Texts>(undefined);
  const texts = (): Texts =>
    Object.fromEntries(typedIn(form.current).map(({ name, value }) => [name, value]));
  const fill = (values: Texts): void => {
    for (const element of typedIn(form.current)) element.value = values[element.name] ?? element.value;
  };

  // Before the fields are seen: who is quick would write into one that is then filled.
  useLayoutEffect(() => {
    empty.current ??= texts();
    fill(draft?.read() ?? {});
    return draft?.follow((values) => fill(values ?? empty.current ?? {}));
  }, [draft]);
  const onInput = ({ target }: InputEvent<HTMLFormElement>): void => {
    const values = texts();
    const { name } = target as HTMLInputElement;
    draft?.write(values, name in values ? [name] : []);
    // What is being corrected is no error any more; sending checks it anew.
    if (name in fieldErrors) setFieldErrors(({ [name]: _, ...others }) => others);
  };

  const complain = (found: Record<string, string>, text: string): void => {
    setFieldErrors(found);
    setFailure(text);
    // Once it is marked.
    setTimeout(() => {
      const marked = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
      (marked ?? document.getElementById(summary))?.focus();
    });
  };

  const send = async (submitter: HTMLElement | null): Promise<void> => {
    // It may be gone from the page when the answer comes.
    const element = form.current;
    if (!element || busy) return;
    // That something else went well would contradict what comes now.
    announce('');
    const found = fieldErrorsOf(element, common.check, (iso) => format.date(iso));
    if (Object.keys(found).length > 0) {
      complain(found, '');
      return;
    }
    setBusy(true);
    draft?.hold(true);
    setFieldErrors({});
    setFailure('');
    try {
      await onSend(new Values(element, submitter), element);
      draft?.drop();
      // What another tab has meanwhile begun.
      fill(draft?.read() ?? {});
    } catch (error) {
      const names = new Set([...element.elements].map((each) => each.getAttribute('name')));
      const fields = (refusalOf(error)?.fields ?? []).map(
        ({ pointer, detail }) => [pointer.slice(1), detail] as const,
      );
      const known = fields.filter(([name]) => names.has(name));
      // What the fields say need not be said twice.
      const said = known.length > 0 && known.length === fields.length;
      complain(Object.fromEntries(known), said ? '' : failureText(error, common.failed));
    } finally {
      setBusy(false);
      draft?.hold(false);
    }
  };

  useEffect(() => {
    const element = form.current;
    const sendByKey = (event: KeyboardEvent): void => {
      // AltGr writes, and counts as Ctrl and Alt.
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.getModifierState('AltGraph'))
        return;
      const more = (event.shiftKey && 'Shift') || (event.altKey && 'Alt');
      // The button that sends and does one thing more: it says so itself.
      const other = more
        ? element?.querySelector<HTMLElement>(`[aria-keyshortcuts="Control+${more}+Enter"]`)
        : null;
      // Half of what was meant is not done: where that button is not there, its keys send nothing.
      if (!more || other) element?.requestSubmit(other);
    };
    element?.addEventListener('keydown', sendByKey);
    return () => element?.removeEventListener('keydown', sendByKey);
  }, []);

  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void send(event.submitter);
  };
  return (
    <FormContext value={{ fieldErrors, busy }}>
      <form
        ref={form}
        className={className}
        aria-label={label}
        noValidate
        onSubmit={submit}
        onInput={onInput}
      >
        {failure && (
          <div id={summary} tabIndex={-1}>
            {refusal ?? (
              <Notice tone="bad" role="alert">
                {failure}
              </Notice>
            )}
          </div>
        )}
        {children}
      </form>
    </FormContext>
  );
}

function typedIn(form: HTMLFormElement | null): Typed[] {
  return [...(form?.elements ?? [])].filter(isTyped).filter(({ name }) => name !== '');
}

/** What a field has to know of its form. */
export function useFieldError(name: string): string | undefined {
  return useContext(FormContext).fieldErrors[name];
}

interface SubmitProps {
  readonly children: ReactNode;
  readonly className?: string;
  readonly tone?: 'primary' | 'danger';
}

export function Submit({ children, className = '', tone = 'primary' }: SubmitProps): ReactNode {
  const { busy } = useContext(FormContext);
  const { common } = useTexts();
  return (
    <button type="submit" className={`button ${tone} ${className}`} aria-disabled={busy}>
      {busy ? common.sending : children}
    </button>
  );
}

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

const SHOWN_FOR_MS = 6_000;

interface Said {
  readonly text: string;
  /** Where it can be said: of the page, then of each dialog that is open. */
  readonly places: readonly string[];
  readonly open: (place: string) => void;
  readonly close: (place: string) => void;
}

const SayContext = createContext<(text: string) => void>(() => undefined);
const SaidContext = createContext<Said | undefined>(undefined);

/** Where the app says what has happened, for eyes and for screen readers; there from the start. */
export function StatusRegion({ children }: { readonly children: ReactNode }): ReactNode {
  const [text, setText] = useState('');
  const [places, setPlaces] = useState<readonly string[]>([]);
  const timer = useRef<number>(undefined);
  const say = useCallback((said: string) => {
    clearTimeout(timer.current);
    setText(said);
    timer.current = window.setTimeout(() => setText(''), SHOWN_FOR_MS);
  }, []);
  const open = useCallback((place: string) => {
    // What was said before is about the page, and would cover the dialog.
    setText('');
    setPlaces((others) => [...others, place]);
  }, []);
  const close = useCallback(
    (place: string) => setPlaces((all) => all.filter((other) => other !== place)),
    [],
  );
  const said = useMemo(() => ({ text, places, open, close }), [text, places, open, close]);
  return (
    <SayContext value={say}>
      <SaidContext value={said}>
        {children}
        <Toast text={places.length === 0 ? text : ''} />
      </SaidContext>
    </SayContext>
  );
}

/** The same within a modal dialog, which makes everything outside of it silent. */
export function StatusInDialog(): ReactNode {
  const { text, places, open, close } = useContext(SaidContext) ?? {};
  const place = useId();
  useLayoutEffect(() => {
    open?.(place);
    return () => close?.(place);
  }, [place, open, close]);
  return <Toast text={places?.at(-1) === place ? (text ?? '') : ''} />;
}

function Toast({ text }: { readonly text: string }): ReactNode {
  return (
    <div className="toast-region no-print" role="status">
      {text && <p className="toast">{text}</p>}
    </div>
  );
}

export function useSay(): (text: string) => void {
  return useContext(SayContext);
}

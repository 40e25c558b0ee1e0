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

import { Whole } from './whole';

const SHOWN_FOR_MS = 6_000;

interface StatusState {
  readonly text: string;
  /** The regions in which it can be shown: the page's, then those of the open dialogs. */
  readonly places: readonly string[];
  readonly open: (place: string) => void;
  readonly close: (place: string) => void;
}

const AnnounceContext = createContext<(text: string) => void>(() => undefined);
const StatusContext = createContext<StatusState | undefined>(undefined);

/** The live region of status messages, visible and for screen readers; in the document from the start. */
export function StatusRegion({ children }: { readonly children: ReactNode }): ReactNode {
  const [text, setText] = useState('');
  const [places, setPlaces] = useState<readonly string[]>([]);
  const timer = useRef<number>(undefined);
  const announce = useCallback((message: string) => {
    clearTimeout(timer.current);
    setText(message);
    timer.current = window.setTimeout(() => setText(''), SHOWN_FOR_MS);
  }, []);
  const open = useCallback((place: string) => {
    // An earlier message is about the page, and would cover the dialog.
    setText('');
    setPlaces((others) => [...others, place]);
  }, []);
  const close = useCallback(
    (place: string) => setPlaces((all) => all.filter((other) => other !== place)),
    [],
  );
  const state = useMemo(() => ({ text, places, open, close }), [text, places, open, close]);
  return (
    <AnnounceContext value={announce}>
      <StatusContext value={state}>
        {children}
        <Toast text={places.length === 0 ? text : ''} />
      </StatusContext>
    </AnnounceContext>
  );
}

/** The same within a modal dialog, which makes everything outside of it silent. */
export function StatusInDialog(): ReactNode {
  const { text, places, open, close } = useContext(StatusContext) ?? {};
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
      {text && (
        <p className="toast">
          <Whole text={text} />
        </p>
      )}
    </div>
  );
}

export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}

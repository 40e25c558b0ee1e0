import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';

const SHOWN_FOR_MS = 6_000;
const SayContext = createContext<(text: string) => void>(() => undefined);

/** The one place where the app says what has happened, for eyes and for screen readers; there from the start. */
export function StatusRegion({ children }: { readonly children: ReactNode }): ReactNode {
  const [text, setText] = useState('');
  const timer = useRef<number>(undefined);
  const say = useCallback((said: string) => {
    clearTimeout(timer.current);
    setText(said);
    timer.current = window.setTimeout(() => setText(''), SHOWN_FOR_MS);
  }, []);
  return (
    <SayContext value={say}>
      {children}
      <div className="toast-region no-print" role="status">
        {text && <p className="toast">{text}</p>}
      </div>
    </SayContext>
  );
}

export function useSay(): (text: string) => void {
  return useContext(SayContext);
}

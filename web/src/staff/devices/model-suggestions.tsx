import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { modelName, modelSuggestionsQuery } from './queries';

const AFTER_TYPING_MS = 250;

interface ModelSuggestionsProps {
  /** Of the list, as the field of the form names it. */
  readonly id: string;
  /** The form with the field `printerModel`. */
  readonly children: ReactNode;
}

/** Suggests printer models while one is typed. */
export function ModelSuggestions({ id, children }: ModelSuggestionsProps): ReactNode {
  const timer = useRef<number>(undefined);
  const [words, setWords] = useState('');
  const { data = [] } = useQuery(modelSuggestionsQuery(words));
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <div
      className="contents"
      onInput={({ target }) => {
        if (!(target instanceof HTMLInputElement) || target.name !== 'printerModel') return;
        const { value } = target;
        clearTimeout(timer.current);
        timer.current = window.setTimeout(() => setWords(value.trim()), AFTER_TYPING_MS);
      }}
    >
      {children}
      <datalist id={id}>
        {data.map((model) => (
          <option key={model.id} value={modelName(model)} />
        ))}
      </datalist>
    </div>
  );
}

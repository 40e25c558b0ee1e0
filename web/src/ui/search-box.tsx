import { Search } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';

const AFTER_TYPING_MS = 350;

interface SearchBoxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onSearch: (words: string) => void;
}

/** Searches while the user types, after a pause (debounced). */
export function SearchBox({ label, placeholder, value, onSearch }: SearchBoxProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<number>(undefined);
  // The way back in the history brings other words.
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = value;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (): void => {
    clearTimeout(timer.current);
    onSearch(input.current?.value.trim() ?? '');
  };
  return (
    <form
      className="search-box"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      <Search size={18} aria-hidden />
      <input
        ref={input}
        className="input"
        type="search"
        aria-label={label}
        placeholder={placeholder}
        defaultValue={value}
        maxLength={200}
        onInput={() => {
          clearTimeout(timer.current);
          timer.current = window.setTimeout(search, AFTER_TYPING_MS);
        }}
      />
    </form>
  );
}

import { Search } from 'lucide-react';
import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';

const AFTER_TYPING_MS = 300;

interface SearchInputProps extends Omit<ComponentProps<'input'>, 'onInput' | 'onKeyDown' | 'type'> {
  /** Called with what was typed, after a pause or at once with Enter; empty where it was taken back. */
  readonly onSearch: (words: string) => void;
  /** What Enter does besides. */
  readonly onEnter?: (input: HTMLInputElement) => void;
}

/** What one types into to find something: Enter does not send a form around it, Ctrl + Enter does. */
export function SearchInput({ onSearch, onEnter, ...input }: SearchInputProps): ReactNode {
  const timer = useRef<number>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <>
      <Search size={18} aria-hidden />
      <input
        {...input}
        type="search"
        className="input"
        autoComplete="off"
        maxLength={100}
        onInput={({ currentTarget }) => {
          clearTimeout(timer.current);
          timer.current = window.setTimeout(() => onSearch(currentTarget.value.trim()), AFTER_TYPING_MS);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          clearTimeout(timer.current);
          onSearch(event.currentTarget.value.trim());
          onEnter?.(event.currentTarget);
        }}
      />
    </>
  );
}

import { type ReactNode, useEffect, useRef } from 'react';
import { SearchInput } from './search-input';

interface SearchBoxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onSearch: (words: string) => void;
}

/** Searches a list while the user types, after a pause, or at once with Enter. */
export function SearchBox({ label, placeholder, value, onSearch }: SearchBoxProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  // The way back in the history brings other words.
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = value;
  }, [value]);
  return (
    <div className="search-box" role="search">
      <SearchInput
        ref={input}
        aria-label={label}
        placeholder={placeholder}
        defaultValue={value}
        onSearch={onSearch}
      />
    </div>
  );
}

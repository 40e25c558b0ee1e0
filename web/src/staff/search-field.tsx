import { Search } from 'lucide-react';
import { type ReactNode, useId, useRef } from 'react';
import { useTexts } from '../i18n';
import { Failure } from '../ui/feedback';

const AFTER_TYPING_MS = 300;

interface SearchFieldProps<Item> {
  readonly label: string;
  readonly placeholder?: string;
  /** Absent where nothing is searched for, or not answered yet. */
  readonly found: readonly Item[] | undefined;
  /** Why there is no answer. */
  readonly error: Error | null;
  readonly retry: () => void;
  readonly nothingFound: string;
  /** What was typed; empty where it was taken back. */
  readonly onSearch: (words: string) => void;
  readonly nameOf: (item: Item) => string;
  readonly onChoose: (item: Item) => void;
}

/** A field in which one types to choose one of very many; what is found stands below it. Enter takes what alone was found. */
export function SearchField<Item extends { readonly id: string }>(props: SearchFieldProps<Item>): ReactNode {
  const { label, placeholder, found, error, retry, nothingFound, onSearch, nameOf, onChoose } = props;
  const { common } = useTexts();
  const id = useId();
  const timer = useRef<number>(undefined);
  /** For which words was asked. */
  const searched = useRef('');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="search-box">
        <Search size={18} aria-hidden />
        <input
          id={id}
          type="search"
          className="input"
          autoComplete="off"
          placeholder={placeholder}
          maxLength={100}
          onInput={({ currentTarget }) => {
            clearTimeout(timer.current);
            timer.current = window.setTimeout(() => {
              searched.current = currentTarget.value.trim();
              onSearch(searched.current);
            }, AFTER_TYPING_MS);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
            // It would send the form around it.
            event.preventDefault();
            const [only, ...others] = found ?? [];
            const isAnswered = event.currentTarget.value.trim() === searched.current;
            if (only && others.length === 0 && isAnswered) onChoose(only);
          }}
        />
      </div>
      <p className={found?.length === 0 ? 'muted small' : 'visually-hidden'} role="status">
        {found && (found.length === 0 ? nothingFound : common.found(found.length, ''))}
      </p>
      {error && !found && <Failure error={error} retry={retry} />}
      {found?.map((item) => (
        <button key={item.id} type="button" className="button quiet" onClick={() => onChoose(item)}>
          {nameOf(item)}
        </button>
      ))}
    </div>
  );
}

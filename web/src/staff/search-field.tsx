import { type ReactNode, useId, useRef } from 'react';
import { useTexts } from '../i18n';
import { Failure } from '../ui/feedback';
import { SearchInput } from '../ui/search-input';

interface SearchFieldProps<Item> {
  readonly label: string;
  readonly placeholder?: string;
  /** Absent where nothing is searched for, or not answered yet. */
  readonly found: readonly Item[] | undefined;
  /** Whether there are others besides. */
  readonly hasMore: boolean;
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
  const { label, placeholder, found, hasMore, error, retry, nothingFound, onSearch, nameOf, onChoose } =
    props;
  const { common, staff } = useTexts();
  const id = useId();
  /** For which words was asked. */
  const searched = useRef('');
  const status = (count: number): string => {
    if (hasMore) return staff.firstFound(count);
    return count === 0 ? nothingFound : common.found(count, '');
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="search-box">
        <SearchInput
          id={id}
          placeholder={placeholder}
          onSearch={(words) => {
            searched.current = words;
            onSearch(words);
          }}
          onEnter={({ value }) => {
            const [only, ...others] = found ?? [];
            const isAnswered = value.trim() === searched.current;
            if (only && others.length === 0 && !hasMore && isAnswered) onChoose(only);
          }}
        />
      </div>
      <p className={found?.length === 0 || hasMore ? 'muted small' : 'visually-hidden'} role="status">
        {found && status(found.length)}
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

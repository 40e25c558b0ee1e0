import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../i18n';
import { failureText } from './failure';
import { SearchInput } from './search-input';
import '../styles/narrowing.css';

/** What tanstack tells a query: when nobody wants the answer any more. */
export interface QueryContext {
  readonly signal: AbortSignal;
}

interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

export interface ListQuery<Item> {
  readonly queryKey: readonly unknown[];
  readonly queryFn: (context: QueryContext) => Promise<ListPage<Item>>;
}

/** What can be chosen of very many: the first of them, or what is found among all. */
export interface Narrowing<Item> {
  /** Absent until it is known. */
  readonly items: readonly Item[] | undefined;
  /** The first page, whatever is searched for. */
  readonly first: readonly Item[] | undefined;
  /** Whether not all of them are among the first. */
  readonly isLong: boolean;
  /** What the search has found, or that it failed; absent where nothing is searched for. */
  readonly status: string | undefined;
  readonly search: (words: string) => void;
}

interface Limits<Item> {
  readonly enabled?: boolean;
  /** Of what the list holds, what can be chosen. */
  readonly keep?: (item: Item) => boolean;
}

/** @param query the first page of what has the words, or of all */
export function useNarrowing<Item>(
  query: (words?: string) => ListQuery<Item>,
  { enabled = true, keep = () => true }: Limits<Item> = {},
): Narrowing<Item> {
  const { common } = useTexts();
  const [words, setWords] = useState('');
  const { data: first } = useQuery({ ...query(), enabled });
  const isSearched = words !== '';
  const {
    data: found,
    error,
    refetch,
  } = useQuery({
    ...query(words),
    enabled: enabled && isSearched,
    placeholderData: keepPreviousData,
  });
  const items = (isSearched ? (found ?? first) : first)?.items.filter(keep);
  const statusOf = (): string | undefined => {
    if (error) return failureText(error, common.failed);
    return found && items && common.found(items.length, found.nextCursor ? '+' : '');
  };
  return {
    items,
    first: first?.items,
    isLong: first?.nextCursor !== undefined,
    status: isSearched ? statusOf() : undefined,
    search: (next) => {
      setWords(next);
      if (next === words && error) void refetch();
    },
  };
}

/** Whether there is anything to choose. */
export function isChoice({ items = [], isLong }: Narrowing<unknown>): boolean {
  return items.length > 0 || isLong;
}

interface ItemQuery<Item> {
  readonly queryKey: readonly unknown[];
  readonly queryFn: (context: QueryContext) => Promise<Item>;
}

/**
 * What was chosen before: of the first page, or read by itself where that does not hold it.
 * @param id empty where nothing was chosen
 * @returns whether that is known, and what it is
 */
export function useChosen<Item extends { readonly id: string }>(
  { first, isLong }: Narrowing<Item>,
  id: string,
  query: (id: string) => ItemQuery<Item>,
): { readonly isKnown: boolean; readonly chosen: Item | undefined } {
  const listed = first?.find((item) => item.id === id);
  const { data, isLoading } = useQuery({ ...query(id), enabled: id !== '' && isLong && !listed });
  return { isKnown: first !== undefined && !isLoading, chosen: listed ?? data };
}

interface NarrowBoxProps {
  readonly label: string;
  readonly list: Pick<Narrowing<unknown>, 'isLong' | 'status' | 'search'>;
}

/** Above a choice that does not hold all of a long list: what is typed decides what it holds. Enter leads into it. */
export function NarrowBox({ label, list: { isLong, status, search } }: NarrowBoxProps): ReactNode {
  if (!isLong) return null;
  return (
    <div className="narrow-box">
      <div className="search-box">
        <SearchInput
          aria-label={label}
          placeholder={label}
          onSearch={search}
          onEnter={(input) => input.closest('.narrow-box')?.parentElement?.querySelector('select')?.focus()}
        />
      </div>
      <p className="muted small" role="status">
        {status}
      </p>
    </div>
  );
}

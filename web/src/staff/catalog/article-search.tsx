import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { SearchField } from '../search-field';
import { type Article, articlesQuery } from './queries';

const MAX_FOUND = 8;

interface ArticleSearchProps {
  /** What is not offered. */
  readonly without: readonly Pick<Article, 'id'>[];
  readonly onFound: (article: Article) => void;
}

/** Finds an article among all of them. */
export function ArticleSearch({ without, onFound }: ArticleSearchProps): ReactNode {
  const { articles: texts } = useTexts().catalog;
  const [words, setWords] = useState('');
  const { data, error, refetch } = useInfiniteQuery({
    ...articlesQuery({ q: words }, MAX_FOUND),
    enabled: words !== '',
  });
  const known = new Set(without.map(({ id }) => id));
  const page = words === '' ? undefined : data?.pages[0];
  const found = page?.items;
  const others = found?.filter(({ id }) => !known.has(id));
  // What is there already has been found all the same.
  const allKnown = others?.length === 0 && found?.length !== 0;
  return (
    <SearchField
      label={texts.searchLabel}
      placeholder={texts.searchHint}
      found={allKnown ? undefined : others}
      hasMore={page?.nextCursor !== undefined}
      error={error}
      retry={() => void refetch()}
      nothingFound={texts.nothingFound}
      onSearch={setWords}
      nameOf={({ name, number }) => `${name} · ${number}`}
      onChoose={onFound}
    />
  );
}

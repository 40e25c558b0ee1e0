import { useInfiniteQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTexts } from '../../i18n';
import { type Article, articlesQuery } from './queries';

const AFTER_TYPING_MS = 300;
const MAX_FOUND = 8;

interface ArticleSearchProps {
  /** What is not offered. */
  readonly without: readonly Pick<Article, 'id'>[];
  readonly onFound: (article: Article) => void;
}

/** Finds an article among all of them. */
export function ArticleSearch({ without, onFound }: ArticleSearchProps): ReactNode {
  const { articles: texts } = useTexts().catalog;
  const id = useId();
  const timer = useRef<number>(undefined);
  const [words, setWords] = useState('');
  const { data } = useInfiniteQuery({ ...articlesQuery({ q: words }, MAX_FOUND), enabled: words !== '' });
  const known = new Set(without.map((each) => each.id));
  const found = (words && data?.pages[0]?.items.filter((article) => !known.has(article.id))) || [];
  return (
    <div className="customer-search">
      <label htmlFor={id} className="small">
        {texts.searchLabel}
      </label>
      <div className="search-box">
        <Search size={18} aria-hidden />
        <input
          id={id}
          type="search"
          className="input"
          autoComplete="off"
          placeholder={texts.searchHint}
          maxLength={100}
          onInput={({ currentTarget }) => {
            clearTimeout(timer.current);
            timer.current = window.setTimeout(() => setWords(currentTarget.value.trim()), AFTER_TYPING_MS);
          }}
          onKeyDown={(event) => {
            // It would send the form around it.
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
          }}
        />
      </div>
      {words !== '' && data && found.length === 0 && (
        <p className="muted small" role="status">
          {texts.nothingFound}
        </p>
      )}
      {found.map((article) => (
        <button key={article.id} type="button" className="button quiet" onClick={() => onFound(article)}>
          {article.name} · {article.number}
        </button>
      ))}
    </div>
  );
}

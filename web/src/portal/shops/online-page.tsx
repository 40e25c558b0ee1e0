import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isProblem } from '../../api/problems';
import { useFormat, useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { Failure, Skeleton } from '../../ui/feedback';
import { LoadMore } from '../../ui/load-more';
import { Page } from '../../ui/page';
import { SearchBox } from '../../ui/search-box';
import { ArticleList } from './article-list';
import { CartLink } from './cart-link';
import { Closed, ClosedPage } from './closed';
import { NoArticles } from './no-articles';
import { articlesQuery, categoriesQuery } from './queries';
import { type ArticleSearch, type Sort, SORTS } from './search';
import '../../styles/shop.css';

export function OnlineShopPage(): ReactNode {
  const { online } = useTexts().shops;
  const search = useSearch({ from: '/p/$slug/portal/online-shop' });
  const navigate = useNavigate({ from: '/p/$slug/online-shop' });
  const change = (next: Partial<ArticleSearch>): void =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  if (!useMe().shops.onlineShop?.open) return <ClosedPage title={online.title} />;
  return (
    <Page title={online.title} actions={<CartLink shop="ONLINE_SHOP" />}>
      <div className="tools">
        <SearchBox
          label={online.searchLabel}
          placeholder={online.searchHint}
          value={search.q ?? ''}
          onSearch={(q) => change({ q: q || undefined })}
        />
        <div className="tools-more choices">
          <CategoryChoice search={search} onChange={(category) => change({ category })} />
          <SortChoice search={search} onChange={(sort) => change({ sort })} />
        </div>
      </div>
      <Articles search={search} />
    </Page>
  );
}

interface ChoiceProps<Value> {
  readonly search: ArticleSearch;
  readonly onChange: (value: Value | undefined) => void;
}

function CategoryChoice({ search, onChange }: ChoiceProps<string>): ReactNode {
  const { online } = useTexts().shops;
  const format = useFormat();
  const categories = useQuery(categoriesQuery);
  return (
    <select
      className="input"
      aria-label={online.categories}
      value={search.category ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
    >
      <option value="">{online.allCategories}</option>
      {categories.data?.items.map(({ name, count }) => (
        <option key={name} value={name}>
          {name} ({format.number(count)})
        </option>
      ))}
    </select>
  );
}

function SortChoice({ search, onChange }: ChoiceProps<Sort>): ReactNode {
  const { online } = useTexts().shops;
  const { shops } = useMe();
  const shown = SORTS.filter((sort) => shops.onlineShop?.pricesVisible || !sort.endsWith('netPriceCents'));
  return (
    <select
      className="input"
      aria-label={online.sort}
      value={search.sort ?? ''}
      onChange={({ currentTarget }) => onChange(SORTS.find((sort) => sort === currentTarget.value))}
    >
      <option value="">{search.q ? online.bestHits : online.sorts.name}</option>
      {shown
        .filter((sort) => search.q || sort !== 'name')
        .map((sort) => (
          <option key={sort} value={sort}>
            {online.sorts[sort]}
          </option>
        ))}
    </select>
  );
}

function Articles({ search }: { readonly search: ArticleSearch }): ReactNode {
  const { shops } = useMe();
  // Where prices are hidden the API refuses to sort by them; the address may be older than that.
  const sort =
    shops.onlineShop?.pricesVisible || !search.sort?.endsWith('netPriceCents') ? search.sort : undefined;
  const list = useInfiniteQuery(articlesQuery({ ...search, sort }));
  if (isProblem(list.error, 404)) return <Closed />;
  if (list.isPending) return <Skeleton lines={12} />;
  if (list.isError && !list.data) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const articles = list.data.pages.flatMap(({ items }) => items);
  if (articles.length === 0) return <NoArticles search={search} />;
  return (
    <>
      <ArticleList articles={articles} />
      <LoadMore list={list} />
    </>
  );
}

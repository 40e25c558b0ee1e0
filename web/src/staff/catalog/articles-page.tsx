import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Boxes, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { failureText } from '../../ui/failure';
import { ChoiceFilter } from '../choice-filter';
import { ExportLink } from '../export-link';
import { Empty, Failure, Skeleton } from '../../ui/feedback';
import { LoadMore } from '../../ui/load-more';
import { SearchBox } from '../../ui/search-box';
import { useAnnounce } from '../../ui/status';
import { ArticleImage } from './article-image';
import { ArticleTable } from './article-table';
import { CatalogPage } from './catalog-page';
import { EditArticle } from './edit-article';
import { NewArticle } from './new-article';
import { type Article, type ArticleDetail, articlesQuery, categoriesQuery, readArticle } from './queries';
import { type ArticleSearch, YES_NO } from './search';
import { SeveralArticles } from './several-articles';

/** The articles of the catalog. What they are narrowed by stands in the address. */
export function ArticlesPage(): ReactNode {
  const { articles: texts } = useTexts().catalog;
  const [adding, setAdding] = useState(false);
  return (
    <CatalogPage
      title={texts.title}
      actions={
        <div className="actions">
          <ExportLink kind="articles" />
          <button type="button" className="button primary" onClick={() => setAdding(true)}>
            <Plus size={18} aria-hidden />
            {texts.add}
          </button>
        </div>
      }
    >
      <Filters />
      <Articles />
      {adding && <NewArticle onClose={() => setAdding(false)} />}
    </CatalogPage>
  );
}

function useArticleSearch(): [ArticleSearch, (change: ArticleSearch) => void] {
  const search = useSearch({ from: '/staff/$slug/workplace/catalog' });
  const navigate = useNavigate({ from: '/staff/$slug/catalog' });
  return [search, (change) => void navigate({ search: { ...search, ...change }, replace: true })];
}

function Filters(): ReactNode {
  const { articles: texts } = useTexts().catalog;
  const [search, change] = useArticleSearch();
  const { data: categories = [] } = useQuery(categoriesQuery);
  // One that no article has any more is still what the address says.
  const names = new Set([
    ...categories.map(({ name }) => name),
    ...(search.category ? [search.category] : []),
  ]);
  return (
    <div className="tools">
      <div className="tools-more choices">
        <SearchBox
          label={texts.searchLabel}
          placeholder={texts.searchHint}
          value={search.q ?? ''}
          onSearch={(q) => change({ q: q || undefined })}
        />
        <ChoiceFilter
          label={texts.columns.category}
          all={texts.allCategories}
          value={search.category}
          choices={[...names].map((name) => [name, name])}
          onChoose={(category) => change({ category })}
        />
        {(['active', 'shop'] as const).map((name) => (
          <ChoiceFilter
            key={name}
            label={texts.choices[name].label}
            all={texts.choices[name].all}
            value={search[name]}
            choices={YES_NO.map((value) => [value, texts.choices[name][value]])}
            onChoose={(value) => change({ [name]: YES_NO.find((known) => known === value) })}
          />
        ))}
      </div>
    </div>
  );
}

function Articles(): ReactNode {
  const { catalog, common } = useTexts();
  const { articles: texts } = catalog;
  const announce = useAnnounce();
  const [search] = useArticleSearch();
  const list = useInfiniteQuery(articlesQuery(search));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [several, setSeveral] = useState<{ articles: readonly Article[]; onlineShop: boolean }>();
  const [editing, setEditing] = useState<ArticleDetail>();
  const [pictured, setPictured] = useState<string>();

  // The list does not say everything, and may be older.
  const edit = async ({ id }: Article): Promise<void> => {
    try {
      setEditing(await readArticle(id));
    } catch (error) {
      announce(failureText(error, common.failed));
    }
  };
  if (list.isPending) return <Skeleton lines={9} />;
  if (list.isError && !list.data) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const found = list.data.pages.flatMap(({ items }) => items);
  if (found.length === 0) {
    const narrowed = Object.values(search).some((value) => value !== undefined);
    return (
      <div className="card">
        <Empty icon={Boxes} title={narrowed ? texts.nothingFound : texts.empty}>
          {narrowed ? texts.nothingFoundText : texts.emptyText}
        </Empty>
      </div>
    );
  }
  const chosen = found.filter(({ id }) => selected.has(id));
  const shown = found.find(({ id }) => id === pictured);
  return (
    <>
      {chosen.length > 0 && (
        <div className="chosen-bar" role="group" aria-label={texts.chosen(chosen.length)}>
          <span>{texts.chosen(chosen.length)}</span>
          {[true, false].map((onlineShop) => (
            <button
              key={String(onlineShop)}
              type="button"
              className="button"
              onClick={() => setSeveral({ articles: chosen, onlineShop })}
            >
              {onlineShop ? texts.intoShop : texts.outOfShop}
            </button>
          ))}
        </div>
      )}
      <ArticleTable
        articles={found}
        selected={selected}
        onSelect={setSelected}
        onEdit={(article) => void edit(article)}
        onPicture={({ id }) => setPictured(id)}
      />
      <LoadMore list={list} />
      {editing && <EditArticle article={editing} onClose={() => setEditing(undefined)} />}
      {shown && <ArticleImage article={shown} onClose={() => setPictured(undefined)} />}
      {several && (
        <SeveralArticles
          {...several}
          onClose={(failed) => {
            setSeveral(undefined);
            setSelected(failed);
          }}
        />
      )}
    </>
  );
}

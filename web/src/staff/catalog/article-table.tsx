import { Image, ImagePlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useTexts } from '../../i18n';
import { PriceCell } from './price-cell';
import type { Article } from './queries';
import { ShopCell } from './shop-cell';

interface ArticleTableProps {
  readonly articles: readonly Article[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly onEdit: (article: Article) => void;
  readonly onPicture: (article: Article) => void;
}

/** A real table; on narrow screens each row is a card. Price and OnlineShop are changed in their cells. */
export function ArticleTable({
  articles,
  selected,
  onSelect,
  onEdit,
  onPicture,
}: ArticleTableProps): ReactNode {
  const { articles: texts } = useTexts().catalog;
  const choose = (ids: readonly string[], on: boolean): void => {
    const rest = [...selected].filter((id) => !ids.includes(id));
    onSelect(new Set(on ? [...rest, ...ids] : rest));
  };
  return (
    <table className="table article-table" aria-label={texts.title}>
      <thead>
        <tr>
          <th scope="col">
            <input
              type="checkbox"
              aria-label={texts.selectAll}
              checked={articles.every(({ id }) => selected.has(id))}
              onChange={({ currentTarget }) =>
                choose(
                  articles.map(({ id }) => id),
                  currentTarget.checked,
                )
              }
            />
          </th>
          <th scope="col">{texts.columns.article}</th>
          <th scope="col">{texts.columns.category}</th>
          <th scope="col">{texts.columns.unit}</th>
          <th scope="col" className="amount">
            {texts.columns.price}
          </th>
          <th scope="col" className="amount">
            {texts.columns.vat}
          </th>
          <th scope="col">{texts.columns.shop}</th>
        </tr>
      </thead>
      <tbody>
        {articles.map((article) => (
          <ArticleRow
            key={article.id}
            article={article}
            selected={selected.has(article.id)}
            onSelect={(on) => choose([article.id], on)}
            onEdit={() => onEdit(article)}
            onPicture={() => onPicture(article)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface ArticleRowProps {
  readonly article: Article;
  readonly selected: boolean;
  readonly onSelect: (on: boolean) => void;
  readonly onEdit: () => void;
  readonly onPicture: () => void;
}

function ArticleRow({ article, selected, onSelect, onEdit, onPicture }: ArticleRowProps): ReactNode {
  const { articles: texts } = useTexts().catalog;
  const format = useFormat();
  const { name, number, manufacturer, hasImage, category, unit, vatRatePercent, active } = article;
  const Picture = hasImage ? Image : ImagePlus;
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={texts.select(name)}
          checked={selected}
          onChange={({ currentTarget }) => onSelect(currentTarget.checked)}
        />
      </td>
      <th scope="row">
        <span className="article-name">
          <button type="button" className="link" onClick={onEdit}>
            {name}
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={hasImage ? texts.image.show(name) : texts.image.add(name)}
            onClick={onPicture}
          >
            <Picture size={16} aria-hidden />
          </button>
        </span>
        <span className="under number">{[number, manufacturer].filter(Boolean).join(' · ')}</span>
        {!active && <span className="under">{texts.inactive}</span>}
      </th>
      <td>{category}</td>
      <td>{unit}</td>
      <td className="amount">
        <PriceCell article={article} />
      </td>
      <td className="amount">{format.percent(vatRatePercent)}</td>
      <td>
        <ShopCell article={article} />
      </td>
    </tr>
  );
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { useTenant } from '../../session/tenant';
import { AddToCart } from './add-to-cart';
import { Picture } from './picture';
import { Price } from './price';
import type { Article } from './queries';

export function ArticleList({ articles }: { readonly articles: readonly Article[] }): ReactNode {
  const { online } = useTexts().shops;
  const { slug } = useTenant();
  const { shops } = useMe();
  return (
    <ul className="articles" aria-label={online.articles}>
      {articles.map((article) => (
        <li key={article.id} className="article">
          <Picture src={pictureOf(article)} />
          <div className="article-text">
            <Link to="/p/$slug/online-shop/articles/$id" params={{ slug, id: article.id }}>
              {article.name}
            </Link>
            <span className="muted small number">{article.number}</span>
          </div>
          <Price article={article} shown={shops.onlineShop?.pricesVisible ?? false} />
          <AddToCart line={{ articleId: article.id }} name={article.name} />
        </li>
      ))}
    </ul>
  );
}

export function pictureOf({ id, imageVersion }: Article): string | undefined {
  return imageVersion ? `/api/v1/portal/online-shop/articles/${id}/image?v=${imageVersion}` : undefined;
}

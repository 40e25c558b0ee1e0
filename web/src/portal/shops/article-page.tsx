import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useMe } from '../../session/me';
import { BackLink } from '../../session/back-link';
import { Facts } from '../../ui/facts';
import { Loaded } from '../../ui/loaded';
import { Page } from '../../ui/page';
import { AddToCart } from './add-to-cart';
import { pictureOf } from './article-list';
import { CartLink } from './cart-link';
import { ClosedPage } from './closed';
import { Picture } from './picture';
import { Price } from './price';
import { type Article, articleQuery } from './queries';
import '../../styles/shop.css';

export function ArticlePage(): ReactNode {
  const { id } = useParams({ from: '/p/$slug/portal/online-shop/articles/$id' });
  const { onlineShop } = useMe().shops;
  const { title } = useTexts().shops.online;
  const article = useQuery(articleQuery(id));
  if (!onlineShop?.open) return <ClosedPage title={title} />;
  return <Loaded query={article}>{(data) => <ArticleView article={data} />}</Loaded>;
}

function ArticleView({ article }: { readonly article: Article }): ReactNode {
  const { article: texts } = useTexts().shops;
  const { shops } = useMe();
  const facts = [
    [texts.number, article.number],
    [texts.manufacturer, article.manufacturer],
    [texts.manufacturerNumber, article.manufacturerNumber],
    [texts.ean, article.ean],
    [texts.category, article.category],
    [texts.unit, article.unit],
  ] as const;
  return (
    <Page
      title={article.name}
      actions={<CartLink shop="ONLINE_SHOP" />}
      above={<BackLink to="/p/$slug/online-shop" />}
    >
      <div className="card article-detail">
        <Picture src={pictureOf(article)} large />
        <div className="stack">
          <Price article={article} shown={shops.onlineShop?.pricesVisible ?? false} />
          <div className="actions">
            <AddToCart line={{ articleId: article.id }} name={article.name} />
          </div>
          {article.description && <p className="prose">{article.description}</p>}
          <Facts facts={facts} />
        </div>
      </div>
    </Page>
  );
}

import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { failureText } from '../../ui/failure';
import { useAnnounce } from '../../ui/status';
import { type Article, changeArticle, changedMeanwhile } from './queries';

/** Whether an article is in the OnlineShop, switched at once. */
export function ShopCell({ article }: { readonly article: Article }): ReactNode {
  const { catalog, common } = useTexts();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [fieldError, setFieldError] = useState('');
  const { name, onlineShop } = article;

  const change = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFieldError('');
    try {
      await changeArticle(article, { onlineShop: !onlineShop });
      announce(catalog.saved);
    } catch (error) {
      const now = await changedMeanwhile(error, article.id);
      setFieldError(now ? catalog.articles.changedMeanwhile : failureText(error, common.failed));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <input
        type="checkbox"
        aria-label={catalog.articles.inShop(name)}
        checked={onlineShop}
        aria-disabled={busy}
        onChange={() => void change()}
      />
      {fieldError && (
        <span className="error small" role="alert">
          {fieldError}
        </span>
      )}
    </>
  );
}

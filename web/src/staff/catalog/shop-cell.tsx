import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { failureText } from '../../ui/failure';
import { useSay } from '../../ui/status';
import { type Article, changeArticle, changedMeanwhile } from './queries';

/** Whether an article is in the OnlineShop, switched at once. */
export function ShopCell({ article }: { readonly article: Article }): ReactNode {
  const { catalog, common } = useTexts();
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [complaint, setComplaint] = useState('');
  const { name, onlineShop } = article;

  const change = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setComplaint('');
    try {
      await changeArticle(article, { onlineShop: !onlineShop });
      say(catalog.saved);
    } catch (error) {
      const now = await changedMeanwhile(error, article.id);
      setComplaint(now ? catalog.articles.changedMeanwhile : failureText(error, common.failed));
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
      {complaint && (
        <span className="error small" role="alert">
          {complaint}
        </span>
      )}
    </>
  );
}

import { CircleAlert } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { failureText } from '../../ui/failure';
import { Form, Submit } from '../../ui/form';
import { type Article, articlesHaveChanged, changeArticle } from './queries';

interface SeveralArticlesProps {
  readonly articles: readonly Article[];
  readonly onlineShop: boolean;
  /** @param failed what stays chosen, to be tried again */
  readonly onClose: (failed: ReadonlySet<string>) => void;
}

/** Takes several articles into the OnlineShop or out of it, one after the other, and says which could not be. */
export function SeveralArticles({ articles, onlineShop, onClose }: SeveralArticlesProps): ReactNode {
  const { catalog, common } = useTexts();
  const { several: texts } = catalog.articles;
  const [done, setDone] = useState(0);
  const [failed, setFailed] = useState<readonly (readonly [article: Article, why: string])[]>([]);
  const stopped = useRef(false);
  const [started, setStarted] = useState(false);
  const finished = done === articles.length;

  const run = async (): Promise<void> => {
    setStarted(true);
    for (const article of articles) {
      if (stopped.current) break;
      try {
        if (article.onlineShop !== onlineShop) await changeArticle(article, { onlineShop });
      } catch (error) {
        setFailed((soFar) => [...soFar, [article, failureText(error, common.failed)]]);
      }
      setDone((soFar) => soFar + 1);
    }
    await articlesHaveChanged();
  };
  const close = (): void => {
    stopped.current = true;
    const kept = started ? failed.map(([article]) => article) : articles;
    onClose(new Set(kept.map(({ id }) => id)));
  };
  const title = onlineShop ? texts.into : texts.outOf;
  if (!started) {
    return (
      <Dialog title={title} onClose={close}>
        <Form label={title} onSend={run}>
          <p>{texts.ask[onlineShop ? 'into' : 'outOf'](articles.length)}</p>
          <div className="actions end">
            <button type="button" className="button" onClick={close}>
              {common.cancel}
            </button>
            <Submit>{title}</Submit>
          </div>
        </Form>
      </Dialog>
    );
  }
  return (
    <Dialog title={title} onClose={close}>
      <progress max={articles.length} value={done} aria-label={texts.progress} />
      <p role="status">
        {finished
          ? texts.report(articles.length - failed.length, articles.length)
          : texts.running(done, articles.length)}
      </p>
      {failed.length > 0 && (
        <ul className="failed-list">
          {failed.map(([{ id, name }, why]) => (
            <li key={id}>
              <CircleAlert size={16} aria-hidden />
              <span>
                <strong>{name}</strong> {why}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="actions end">
        <button type="button" className="button" onClick={close}>
          {finished ? common.close : texts.stop}
        </button>
      </div>
    </Dialog>
  );
}

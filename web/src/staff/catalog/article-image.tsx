import { Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { failureText } from '../../ui/failure';
import { Notice } from '../../ui/feedback';
import { useAnnounce } from '../../ui/status';
import { FileZone } from './file-zone';
import { type Article, articleIsNow, readArticle } from './queries';

interface ArticleImageProps {
  readonly article: Article;
  readonly onClose: () => void;
}

/** The picture of an article: there, replaced or gone as soon as that is chosen. */
export function ArticleImage({ article, onClose }: ArticleImageProps): ReactNode {
  const { catalog, common } = useTexts();
  const { image: texts } = catalog.articles;
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const { id, name, version, hasImage } = article;
  const path = { id };

  const change = async (act: () => Promise<unknown>, done: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setRefusal('');
    try {
      await act();
      articleIsNow(await readArticle(id));
      announce(done);
    } catch (error) {
      setRefusal(failureText(error, common.failed));
    } finally {
      setBusy(false);
    }
  };
  const upload = async (file: File): Promise<void> => {
    const form = new FormData();
    form.set('file', file);
    unwrap(
      await api.PUT('/api/v1/staff/articles/{id}/image', {
        params: { path },
        body: { file: '' },
        bodySerializer: () => form,
      }),
    );
  };
  const remove = async (): Promise<void> => {
    unwrap(await api.DELETE('/api/v1/staff/articles/{id}/image', { params: { path } }));
  };
  return (
    <Dialog title={texts.title(name)} onClose={onClose}>
      {refusal && (
        <Notice tone="bad" role="alert">
          {refusal}
        </Notice>
      )}
      {hasImage ? (
        // With its version, so that another picture is another element.
        <img key={version} className="article-image" src={`/api/v1/staff/articles/${id}/image`} alt={name} />
      ) : (
        <p className="muted">{texts.none}</p>
      )}
      <FileZone
        label={hasImage ? texts.replace : texts.choose}
        hint={texts.limit}
        accept="image/png,image/jpeg,image/webp"
        busy={busy}
        onFile={(file) => void change(() => upload(file), texts.saved)}
      />
      <div className="actions end">
        {hasImage && (
          <button type="button" className="button danger" onClick={() => void change(remove, texts.removed)}>
            <Trash2 size={18} aria-hidden />
            {texts.remove}
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          {common.close}
        </button>
      </div>
    </Dialog>
  );
}

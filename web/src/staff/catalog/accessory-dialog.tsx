import { type ReactNode, useId, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { putAccessoryDto as limits } from '../../api/staff-constraints';
import { useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { useSay } from '../../ui/status';
import type { Values } from '../../ui/values';
import { Refused } from '../refused';
import { ArticleSearch } from './article-search';
import { type Accessory, type Article, printerModelsHaveChanged } from './queries';

interface AccessoryDialogProps {
  readonly modelId: string;
  /** Absent: others are added, one after the other. */
  readonly accessory: Accessory | undefined;
  /** What the model has already. */
  readonly accessories: readonly Accessory[];
  readonly onClose: () => void;
}

/** Says as what an article fits a model. */
export function AccessoryDialog({
  modelId,
  accessory,
  accessories,
  onClose,
}: AccessoryDialogProps): ReactNode {
  const { catalog, common } = useTexts();
  const { accessories: texts } = catalog;
  const say = useSay();
  const kinds = useId();
  const [article, setArticle] = useState<Pick<Article, 'id' | 'name' | 'number'> | undefined>(accessory);

  const send = async (values: Values, form: HTMLFormElement): Promise<void> => {
    if (!article) throw new Refused(texts.articleMissing);
    const pages = values.optional('yieldPages');
    const path = { id: modelId, articleId: article.id };
    const body = { kind: values.text('kind'), yieldPages: pages === undefined ? null : Number(pages) };
    unwrap(
      await api.PUT('/api/v1/staff/printer-models/{id}/accessories/{articleId}', { params: { path }, body }),
    );
    await printerModelsHaveChanged();
    say(accessory ? catalog.saved : texts.added(article.name));
    if (accessory) {
      onClose();
      return;
    }
    form.reset();
    setArticle(undefined);
  };
  return (
    <Dialog title={accessory ? texts.changeNamed(accessory.name) : texts.add} onClose={onClose}>
      <Form label={texts.title} onSend={send}>
        {article ? (
          <p>
            <strong>{article.name}</strong> <span className="muted number">{article.number}</span>
          </p>
        ) : (
          <ArticleSearch without={accessories} onFound={setArticle} />
        )}
        <TextField
          name="kind"
          label={texts.kind}
          hint={texts.kindHint}
          required
          maxLength={limits.kind.maxLength}
          list={kinds}
          autoComplete="off"
          defaultValue={accessory?.kind}
        />
        <datalist id={kinds}>
          {[...new Set(accessories.map(({ kind }) => kind))].map((kind) => (
            <option key={kind} value={kind} />
          ))}
        </datalist>
        <TextField
          name="yieldPages"
          type="number"
          label={texts.yieldPages}
          min={limits.yieldPages.minimum}
          max={limits.yieldPages.maximum}
          defaultValue={accessory?.yieldPages ?? ''}
        />
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {accessory ? common.cancel : common.close}
          </button>
          <Submit>{accessory ? catalog.save : texts.put}</Submit>
        </div>
      </Form>
    </Dialog>
  );
}

import { type ReactNode, useId } from 'react';
import { useAttempt } from '../../api/attempts';
import { api, unwrap } from '../../api/client';
import { useTexts } from '../../i18n';
import { useDraft } from '../../session/drafts';
import { Dialog } from '../../ui/dialog';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { RecordFields } from '../customers/record-fields';
import { useArticleChanges, useArticleFields } from './article-fields';
import { CategorySuggestions } from './category-suggestions';
import { type Article, articlesHaveChanged } from './queries';

/** What holds for most. */
const USUAL = { unit: 'Stück', vatRatePercent: '19', onlineShop: 'false', active: 'true' };

interface NewArticleProps {
  readonly onAdded?: (article: Article) => void;
  readonly onClose: () => void;
}

export function NewArticle({ onAdded, onClose }: NewArticleProps): ReactNode {
  const { catalog, common } = useTexts();
  const { articles: texts } = catalog;
  const categories = useId();
  const fields = useArticleFields(categories);
  const changes = useArticleChanges();
  const draft = useDraft('new-article');
  const attempt = useAttempt();
  const announce = useAnnounce();

  const send = async (values: Values): Promise<void> => {
    const entered = fields.map(({ name }) => [name, values.optional(name)]);
    const body = {
      ...changes(Object.fromEntries(entered) as Parameters<typeof changes>[0]),
      name: values.text('name'),
      number: values.text('number'),
    };
    const article = await attempt(body, async (header) =>
      unwrap(await api.POST('/api/v1/staff/articles', { params: { header }, body })),
    );
    await articlesHaveChanged();
    onClose();
    onAdded?.(article);
    announce(texts.added);
  };
  return (
    <Dialog title={texts.add} onClose={onClose}>
      <Form label={texts.add} draft={draft} onSend={send}>
        <RecordFields fields={fields} start={USUAL} />
        <CategorySuggestions id={categories} />
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <Submit>{catalog.save}</Submit>
        </div>
      </Form>
    </Dialog>
  );
}

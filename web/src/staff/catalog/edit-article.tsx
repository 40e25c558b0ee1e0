import { type ReactNode, useId } from 'react';
import { useTexts } from '../../i18n';
import { EditRecord } from '../customers/edit-record';
import { useArticleChanges, useArticleFields, useEnteredArticle } from './article-fields';
import { CategorySuggestions } from './category-suggestions';
import { type ArticleDetail, articlesHaveChanged, changeArticle, readArticle } from './queries';

interface EditArticleProps {
  readonly article: ArticleDetail;
  readonly onClose: () => void;
}

export function EditArticle({ article, onClose }: EditArticleProps): ReactNode {
  const { articles: texts } = useTexts().catalog;
  const categories = useId();
  const entered = useEnteredArticle();
  const changes = useArticleChanges();
  const { id, name } = article;
  return (
    <EditRecord
      title={texts.edit(name)}
      fields={useArticleFields(categories)}
      record={entered(article)}
      onClose={onClose}
      read={async () => entered(await readArticle(id))}
      save={async (version, changed) => {
        await changeArticle({ id, version }, changes(changed));
        await articlesHaveChanged();
      }}
    >
      <CategorySuggestions id={categories} />
    </EditRecord>
  );
}

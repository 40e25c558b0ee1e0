import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { Failure, Skeleton } from '../../ui/feedback';
import { EditRecord } from '../customers/edit-record';
import { useArticleChanges, useArticleFields, useEnteredArticle } from './article-fields';
import { articlesHaveChanged, changeArticle, readArticle } from './queries';

interface EditArticleProps {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

export function EditArticle({ id, name, onClose }: EditArticleProps): ReactNode {
  const { articles: texts } = useTexts().catalog;
  const fields = useArticleFields();
  const entered = useEnteredArticle();
  const changes = useArticleChanges();
  // The list does not say everything.
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['getArticle', { id }],
    queryFn: () => readArticle(id),
    gcTime: 0,
    staleTime: Infinity,
  });
  const title = texts.edit(name);
  if (!data) {
    return (
      <Dialog title={title} onClose={onClose}>
        {isError ? <Failure error={error} retry={() => void refetch()} /> : <Skeleton lines={9} />}
      </Dialog>
    );
  }
  return (
    <EditRecord
      title={title}
      fields={fields}
      record={entered(data)}
      onClose={onClose}
      read={async () => entered(await readArticle(id))}
      save={async (version, changed) => {
        await changeArticle({ id, version }, changes(changed));
        await articlesHaveChanged();
      }}
    />
  );
}

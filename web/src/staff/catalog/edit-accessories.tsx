import { Plus } from 'lucide-react';
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { api, unwrap } from '../../api/client';
import { isProblem, type Problem } from '../../api/problems';
import { readNow } from '../../api/queries';
import { useTexts } from '../../i18n';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { Refused } from '../refused';
import { ArticleSearch } from './article-search';
import { EditedRow, fieldOf, type Row } from './edited-row';
import { NewArticle } from './new-article';
import { type Accessories, accessoriesQuery, printerModelsHaveChanged } from './queries';

interface EditAccessoriesProps {
  readonly modelId: string;
  readonly set: Accessories;
  readonly onClose: () => void;
}

/** Everything that fits a model at once: articles come, go and change their kind, and are saved together. */
export function EditAccessories({ modelId, set, onClose }: EditAccessoriesProps): ReactNode {
  const { catalog, common } = useTexts();
  const { accessories: texts } = catalog;
  const announce = useAnnounce();
  const kinds = useId();
  /** As the server had it when it was read: what is not there now has been removed here. */
  const [base, setBase] = useState(set);
  const [rows, setRows] = useState<readonly Row[]>(set.items);
  const [added, setAdded] = useState<string>();
  const [isNewArticle, setIsNewArticle] = useState(false);
  const search = useRef<HTMLDivElement>(null);
  const toSearch = (): void => {
    const field = search.current?.querySelector('input');
    field?.focus();
    // What was sought before is typed over.
    field?.select();
  };
  useLayoutEffect(toSearch, []);

  const send = async (values: Values): Promise<void> => {
    const accessories = rows.map(({ id }) => ({
      articleId: id,
      kind: values.text(fieldOf(id, 'kind')),
      yieldPages: pagesOf(values.optional(fieldOf(id, 'yieldPages'))),
    }));
    const params = { path: { id: modelId }, header: { 'If-Match': `"${base.version}"` } };
    try {
      const body = { accessories };
      unwrap(await api.PUT('/api/v1/staff/printer-models/{id}/accessories', { params, body }));
    } catch (error) {
      if (isProblem(error, 412)) await takeOver();
      throw isProblem(error, 422) ? atTheirFields(error, rows) : error;
    }
    await printerModelsHaveChanged();
    announce(catalog.saved);
    onClose();
  };
  /** What a colleague has added meanwhile comes in; nothing of it goes without having been seen. @throws */
  const takeOver = async (): Promise<never> => {
    const now = await readNow(accessoriesQuery(modelId));
    const known = new Set([...base.items, ...rows].map(({ id }) => id));
    setRows([...rows, ...now.items.filter(({ id }) => !known.has(id))]);
    setBase(now);
    throw new Refused(texts.changedMeanwhile);
  };
  const add = (article: Row): void => {
    setRows([...rows, article]);
    setAdded(article.id);
  };
  const remove = ({ id, name }: Row): void => {
    setRows(rows.filter((row) => row.id !== id));
    announce(texts.removed(name));
    document.getElementById('accessories')?.focus();
  };
  return (
    <>
      <Form className="card stack" label={texts.edit} onSend={send}>
        <div ref={search}>
          <ArticleSearch without={rows} onFound={add} />
          <button type="button" className="button quiet" onClick={() => setIsNewArticle(true)}>
            <Plus size={18} aria-hidden />
            {catalog.articles.add}
          </button>
        </div>
        <datalist id={kinds}>
          {[...new Set(set.items.map(({ kind }) => kind))].map((kind) => (
            <option key={kind} value={kind} />
          ))}
        </datalist>
        {rows.length === 0 ? (
          <p className="muted">{texts.empty}</p>
        ) : (
          <table className="table" aria-labelledby="accessories">
            <thead>
              <tr>
                <th scope="col">{texts.article}</th>
                <th scope="col">{texts.kind}</th>
                <th scope="col">{texts.yieldPages}</th>
                <th scope="col">
                  <span className="visually-hidden">{texts.remove}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <EditedRow
                  key={row.id}
                  row={row}
                  kinds={kinds}
                  isNew={row.id === added}
                  onNext={toSearch}
                  onRemove={() => remove(row)}
                />
              ))}
            </tbody>
          </table>
        )}
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <Submit>{catalog.save}</Submit>
        </div>
      </Form>
      {isNewArticle && <NewArticle onAdded={add} onClose={() => setIsNewArticle(false)} />}
    </>
  );
}

function pagesOf(typed: string | undefined): number | null {
  return typed === undefined ? null : Number(typed);
}

/** The API points at places in the list that was sent. */
function atTheirFields(problem: Problem, rows: readonly Row[]): Error {
  const fields = problem.fields.map(({ pointer, detail }) => {
    const [, index, field = 'kind'] = /^\/accessories\/(\d+)\/(kind|yieldPages)?/.exec(pointer) ?? [];
    const row = rows[Number(index)];
    return { pointer: row ? `/${fieldOf(row.id, field)}` : pointer, detail };
  });
  return Object.assign(new Refused(problem.detail), { fields });
}

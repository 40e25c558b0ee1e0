import {
  type ComponentProps,
  type ReactNode,
  type Ref,
  useLayoutEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { api, unwrap } from '../../api/client';
import { isProblem, type Problem } from '../../api/problems';
import { readNow } from '../../api/queries';
import { putAccessoryDto as limits } from '../../api/staff-constraints';
import { useTexts } from '../../i18n';
import { Form, Submit, useFieldError } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { onEnter } from '../on-enter';
import { Refused } from '../refused';
import { ArticleSearch } from './article-search';
import { type Accessories, accessoriesQuery, type Accessory, printerModelsHaveChanged } from './queries';

/** What a row of the form begins with; an article that is new here has no kind yet. */
type Row = Pick<Accessory, 'id' | 'name' | 'number'> & Partial<Pick<Accessory, 'kind' | 'yieldPages'>>;

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
  const remove = ({ id, name }: Row): void => {
    setRows(rows.filter((row) => row.id !== id));
    announce(texts.removed(name));
    document.getElementById('accessories')?.focus();
  };
  return (
    <Form className="card stack" label={texts.edit} onSend={send}>
      <div ref={search}>
        <ArticleSearch
          without={rows}
          onFound={(article) => {
            setRows([...rows, article]);
            setAdded(article.id);
          }}
        />
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
  );
}

interface EditedRowProps {
  readonly row: Row;
  /** Of the list of kinds that are used already. */
  readonly kinds: string;
  readonly isNew: boolean;
  /** Enter leads to the next article. */
  readonly onNext: () => void;
  readonly onRemove: () => void;
}

function EditedRow({ row, kinds, isNew, onNext, onRemove }: EditedRowProps): ReactNode {
  const { accessories: texts } = useTexts().catalog;
  const { id, name, number, kind, yieldPages } = row;
  const kindInput = useRef<HTMLInputElement>(null);
  // Who has just chosen the article goes on there, before the first letter can go elsewhere.
  useLayoutEffect(() => {
    if (isNew) kindInput.current?.focus();
  }, [isNew]);
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="under number">{number}</span>
      </th>
      <td>
        <Cell
          name={fieldOf(id, 'kind')}
          head={texts.kind}
          label={texts.kindOf(name)}
          required
          maxLength={limits.kind.maxLength}
          list={kinds}
          autoComplete="off"
          input={kindInput}
          onKeyDown={onEnter(onNext)}
          defaultValue={kind}
        />
      </td>
      <td>
        <Cell
          name={fieldOf(id, 'yieldPages')}
          head={texts.yieldPages}
          label={texts.yieldPagesOf(name)}
          type="number"
          min={limits.yieldPages.minimum}
          max={limits.yieldPages.maximum}
          onKeyDown={onEnter(onNext)}
          defaultValue={yieldPages ?? ''}
        />
      </td>
      <td>
        <button type="button" className="button" aria-label={texts.removeNamed(name)} onClick={onRemove}>
          {texts.remove}
        </button>
      </td>
    </tr>
  );
}

interface CellProps extends ComponentProps<'input'> {
  readonly name: string;
  /** Of the column. */
  readonly head: string;
  readonly label: string;
  readonly input?: Ref<HTMLInputElement>;
}

/** A field that the head of its column explains to eyes, or the same words above it where columns have no room. */
function Cell({ head, label, input, ...more }: CellProps): ReactNode {
  const id = useId();
  const fieldError = useFieldError(more.name);
  return (
    <>
      <span className="cell-head" aria-hidden>
        {head}
      </span>
      <input
        ref={input}
        className="input"
        aria-label={label}
        aria-invalid={fieldError ? true : undefined}
        aria-describedby={fieldError ? id : undefined}
        {...more}
      />
      {fieldError && (
        <p className="error small" id={id}>
          {fieldError}
        </p>
      )}
    </>
  );
}

/** By the article, which stays the same when one above it goes. */
function fieldOf(articleId: string, field: string): string {
  return `${field}/${articleId}`;
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

import { type ComponentProps, type ReactNode, type Ref, useId, useLayoutEffect, useRef } from 'react';
import { putAccessoryDto as limits } from '../../api/staff-constraints';
import { useTexts } from '../../i18n';
import { useFieldError } from '../../ui/form';
import { onEnter } from '../on-enter';
import type { Accessory } from './queries';

/** What a row of the form begins with; an article that is new here has no kind yet. */
export type Row = Pick<Accessory, 'id' | 'name' | 'number'> & Partial<Pick<Accessory, 'kind' | 'yieldPages'>>;

interface EditedRowProps {
  readonly row: Row;
  /** Of the list of kinds that are used already. */
  readonly kinds: string;
  readonly isNew: boolean;
  /** Enter leads to the next article. */
  readonly onNext: () => void;
  readonly onRemove: () => void;
}

/** An article of the set that is being edited. */
export function EditedRow({ row, kinds, isNew, onNext, onRemove }: EditedRowProps): ReactNode {
  const { accessories: texts } = useTexts().catalog;
  const { id, name, number, kind, yieldPages } = row;
  const kindInput = useRef<HTMLInputElement>(null);
  // Who has just chosen the article goes on there, before the first letter can go elsewhere.
  useLayoutEffect(() => {
    if (!isNew) return;
    const go = (): void => kindInput.current?.focus();
    go();
    // And once more when the dialog in which it was made has given the focus back.
    setTimeout(go);
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
export function fieldOf(articleId: string, field: string): string {
  return `${field}/${articleId}`;
}

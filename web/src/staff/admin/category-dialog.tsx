import { type ReactNode, useState } from 'react';
import { useAttempt } from '../../api/attempts';
import { api, unwrap } from '../../api/client';
import { isProblem } from '../../api/problems';
import { createTicketCategoryDto as limits } from '../../api/staff-constraints';
import { useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { CheckField, TextField } from '../../ui/fields';
import { Form, Submit } from '../../ui/form';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import { changedIn, type Shown, useMergeChanges } from './form-values';
import { categoriesHaveChanged, type Category, readCategory } from './queries';
import { Refused } from '../refused';

interface CategoryDialogProps {
  /** Absent: a new one. */
  readonly category: Category | undefined;
  readonly onClose: () => void;
}

/** A new category, or one that is there already, which also goes from here. */
export function CategoryDialog({ category: listed, onClose }: CategoryDialogProps): ReactNode {
  const { admin, common } = useTexts();
  const { categories: texts } = admin;
  const attempt = useAttempt();
  const announce = useAnnounce();
  const mergeChanges = useMergeChanges();
  // As the form began, or as it was read since.
  const [category, setCategory] = useState(listed);

  const done = async (text: string): Promise<void> => {
    await categoriesHaveChanged();
    onClose();
    announce(text);
  };
  const create = async (values: Values): Promise<void> => {
    const body = entered(values);
    await attempt(body, async (header) =>
      unwrap(await api.POST('/api/v1/staff/ticket-categories', { params: { header }, body })),
    );
    await done(texts.added);
  };
  const change = async (before: Category, values: Values, form: HTMLFormElement): Promise<void> => {
    const { id, version } = before;
    const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
    const changed = changedIn(form, shownOf(before));
    const now = { ...entered(values), active: values.checked('active') };
    const body = Object.fromEntries(Object.entries(now).filter(([name]) => name in changed));
    try {
      unwrap(await api.PATCH('/api/v1/staff/ticket-categories/{id}', { params, body }));
    } catch (error) {
      if (isProblem(error, 404)) throw new Refused(admin.goneMeanwhile);
      if (!isProblem(error, 412)) throw error;
      const stored = await readCategory(id);
      const said = mergeChanges(form, shownOf(before), shownOf(stored));
      setCategory(stored);
      throw new Refused(`${said} ${admin.checkAgain}`);
    }
    await done(admin.saved);
  };
  const remove = async ({ id }: Category): Promise<void> => {
    unwrap(await api.DELETE('/api/v1/staff/ticket-categories/{id}', { params: { path: { id } } }));
    await done(texts.removed);
  };
  return (
    <Dialog title={listed ? admin.users.changeTitle(listed.nameDe) : texts.add} onClose={onClose}>
      <Form
        onSend={(values, form) => (category ? change(category, values, form) : create(values))}
        label={admin.users.change}
      >
        <CategoryFields category={listed} />
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <Submit>{admin.save}</Submit>
        </div>
      </Form>
      {category && (
        <Form className="stack form-below" label={texts.remove} onSend={() => remove(category)}>
          <p className="muted small">{texts.removeText}</p>
          <div className="actions">
            <button type="submit" className="button danger">
              {texts.remove}
            </button>
          </div>
        </Form>
      )}
    </Dialog>
  );
}

function CategoryFields({ category }: Pick<CategoryDialogProps, 'category'>): ReactNode {
  const { categories: texts } = useTexts().admin;
  return (
    <>
      <TextField
        name="nameDe"
        label={texts.nameDe}
        required
        maxLength={limits.nameDe.maxLength}
        defaultValue={category?.nameDe}
      />
      <TextField
        name="nameEn"
        label={texts.nameEn}
        required
        maxLength={limits.nameEn.maxLength}
        defaultValue={category?.nameEn}
      />
      <TextField
        name="position"
        type="number"
        label={texts.position}
        hint={texts.positionHint}
        min={limits.position.minimum}
        max={limits.position.maximum}
        defaultValue={category?.position}
      />
      <CheckField name="shownToCustomers" defaultChecked={category?.shownToCustomers ?? true}>
        {texts.shownToCustomers}
      </CheckField>
      {category && (
        <CheckField name="active" defaultChecked={category.active}>
          {texts.active}
        </CheckField>
      )}
    </>
  );
}

function shownOf({ nameDe, nameEn, position, shownToCustomers, active }: Category): Shown {
  return { nameDe, nameEn, position: String(position), shownToCustomers, active };
}

function entered(values: Values): Pick<Category, 'nameDe' | 'nameEn' | 'shownToCustomers'> & {
  readonly position?: number;
} {
  const position = values.optional('position');
  return {
    nameDe: values.text('nameDe'),
    nameEn: values.text('nameEn'),
    position: position === undefined ? undefined : Number(position),
    shownToCustomers: values.checked('shownToCustomers'),
  };
}

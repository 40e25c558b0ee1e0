import { useQuery } from '@tanstack/react-query';
import { Plus, Tags } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { Empty } from '../../ui/feedback';
import { Loaded } from '../../ui/loaded';
import { categoriesQuery } from '../tickets/queries';
import { AdminPage } from './admin-page';
import { CategoryDialog } from './category-dialog';
import type { Category } from './queries';

/** The categories of tickets: what they are called, and who may choose them. */
export function CategoriesPage(): ReactNode {
  const { categories: texts } = useTexts().admin;
  const query = useQuery(categoriesQuery);
  const [open, setOpen] = useState<Category | 'new'>();
  return (
    <AdminPage
      title={texts.title}
      actions={
        <button type="button" className="button primary" onClick={() => setOpen('new')}>
          <Plus size={18} aria-hidden />
          {texts.add}
        </button>
      }
    >
      <p className="muted">{texts.text}</p>
      <Loaded query={query}>
        {({ items }) => <Categories categories={items} onOpen={(category) => setOpen(category)} />}
      </Loaded>
      {open && (
        <CategoryDialog category={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
    </AdminPage>
  );
}

interface CategoriesProps {
  readonly categories: readonly Category[];
  readonly onOpen: (category: Category) => void;
}

function Categories({ categories, onOpen }: CategoriesProps): ReactNode {
  const { categories: texts, users } = useTexts().admin;
  if (categories.length === 0) {
    return (
      <div className="card">
        <Empty icon={Tags} title={texts.nothing}>
          {texts.nothingText}
        </Empty>
      </div>
    );
  }
  return (
    <table className="table" aria-label={texts.title}>
      <thead>
        <tr>
          <th scope="col">{texts.nameDe}</th>
          <th scope="col">{texts.nameEn}</th>
          <th scope="col">{texts.choosers}</th>
          <th scope="col">
            <span className="visually-hidden">{users.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {categories.map((category) => (
          <tr key={category.id}>
            <th scope="row">{category.nameDe}</th>
            <td lang="en">{category.nameEn}</td>
            <td className="muted">{texts.chosenBy[choosersOf(category)]}</td>
            <td>
              <div className="actions end">
                <button
                  type="button"
                  className="button"
                  aria-label={users.changeNamed(category.nameDe)}
                  onClick={() => onOpen(category)}
                >
                  {users.change}
                </button>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function choosersOf({ active, shownToCustomers }: Category): 'nobody' | 'everybody' | 'staff' {
  if (!active) return 'nobody';
  return shownToCustomers ? 'everybody' : 'staff';
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { UserRoundPlus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n';
import { Failure, Skeleton } from '../../ui/feedback';
import { LoadMore } from '../../ui/load-more';
import { AdminPage } from './admin-page';
import { InviteUser } from './invite-user';
import { type StaffUser, staffUsersQuery } from './queries';
import { ChangeUser } from './change-user';
import { UserRow } from './user-row';

export function UsersPage(): ReactNode {
  const { users } = useTexts().admin;
  const [open, setOpen] = useState<StaffUser | 'new'>();
  const close = (): void => setOpen(undefined);
  return (
    <AdminPage
      title={users.title}
      actions={
        <button type="button" className="button primary" onClick={() => setOpen('new')}>
          <UserRoundPlus size={18} aria-hidden />
          {users.invite}
        </button>
      }
    >
      <Users onOpen={setOpen} />
      {open === 'new' && <InviteUser onClose={close} />}
      {open && open !== 'new' && <ChangeUser user={open} onClose={close} />}
    </AdminPage>
  );
}

function Users({ onOpen }: { readonly onOpen: (user: StaffUser) => void }): ReactNode {
  const { users: texts } = useTexts().admin;
  const list = useInfiniteQuery(staffUsersQuery);
  if (list.isPending) return <Skeleton />;
  if (list.isError && !list.data) return <Failure error={list.error} retry={() => void list.refetch()} />;
  return (
    <>
      <table className="table" aria-label={texts.title}>
        <thead>
          <tr>
            <th scope="col">{texts.name}</th>
            <th scope="col">{texts.role}</th>
            <th scope="col">{texts.state}</th>
            <th scope="col">{texts.lastLogin}</th>
            <th scope="col">
              <span className="visually-hidden">{texts.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.data.pages
            .flatMap(({ items }) => items)
            .map((user) => (
              <UserRow key={user.id} user={user} onOpen={() => onOpen(user)} />
            ))}
        </tbody>
      </table>
      <LoadMore list={list} />
    </>
  );
}

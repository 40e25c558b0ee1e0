import type { ReactNode } from 'react';
import { useState } from 'react';
import { api, unwrap } from '../../api/client';
import { isProblem } from '../../api/problems';
import { useTexts } from '../../i18n';
import { Dialog } from '../../ui/dialog';
import { Form, Submit } from '../../ui/form';
import { lazyPart } from '../../ui/lazy-part';
import { useAnnounce } from '../../ui/status';
import type { Values } from '../../ui/values';
import type { EndAccessProps } from './end-access';
import { changedIn, type Shown, useMergeChanges } from './form-values';
import { useProof } from './proof';
import { readStaffUser, type StaffUser, type StaffUserChange, staffUsersHaveChanged } from './queries';
import { Refused } from '../refused';
import { UserFields } from './user-fields';

/** Seldom needed, and loaded then. */
const EndAccess = lazyPart<EndAccessProps>(async () => (await import('./end-access')).EndAccess);

interface ChangeUserProps {
  readonly user: StaffUser;
  readonly onClose: () => void;
}

/** Changes somebody who works here; below it, the access itself ends, with what becomes of the work, or comes back. */
export function ChangeUser({ user: listed, onClose }: ChangeUserProps): ReactNode {
  const { admin, common } = useTexts();
  const { users: texts } = admin;
  const { prove, dialog } = useProof();
  const announce = useAnnounce();
  const mergeChanges = useMergeChanges();
  // As the form began, or as it was read since.
  const [user, setUser] = useState(listed);
  const { id, version, name, state } = user;

  const change = async (
    wanted: StaffUserChange,
    done: string,
    /** Shows what a colleague has changed meanwhile; absent where what is wanted does not come from its fields. */
    form?: HTMLFormElement,
  ): Promise<void> => {
    const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
    try {
      await prove(async (currentPassword) =>
        unwrap(await api.PATCH('/api/v1/staff/users/{id}', { params, body: { ...wanted, currentPassword } })),
      );
    } catch (error) {
      if (!isProblem(error, 412)) throw error;
      const stored = await readStaffUser(id);
      const said = form ? mergeChanges(form, shownOf(user), shownOf(stored)) : admin.meanwhile('');
      setUser(stored);
      void staffUsersHaveChanged();
      throw new Refused(`${said} ${admin.checkAgain}`);
    }
    await staffUsersHaveChanged();
    onClose();
    announce(done);
  };
  const save = (_: Values, form: HTMLFormElement): Promise<void> =>
    change(changedIn(form, shownOf(user)), admin.saved, form);
  const logOut = async (): Promise<void> => {
    unwrap(await api.DELETE('/api/v1/staff/users/{id}/sessions', { params: { path: { id } } }));
    onClose();
    announce(texts.loggedOut(name));
  };
  const isOut = state === 'DEACTIVATED';
  return (
    <Dialog title={texts.changeTitle(name)} onClose={onClose}>
      <Form onSend={save} label={texts.change}>
        <UserFields user={listed} />
        <div className="actions end">
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <Submit>{admin.save}</Submit>
        </div>
      </Form>
      <EndAccess user={user} onDone={onClose} />
      {isOut ? (
        <Form
          className="stack form-below"
          label={texts.access}
          onSend={() => change({ active: true }, texts.reactivated(name))}
        >
          <p className="muted small">{texts.reactivateText}</p>
          <div className="actions">
            <button type="submit" className="button">
              {texts.reactivate}
            </button>
          </div>
        </Form>
      ) : (
        <Form className="stack form-below" label={texts.sessions} onSend={logOut}>
          <p className="muted small">{texts.logOutText}</p>
          <div className="actions">
            <button type="submit" className="button">
              {texts.logOut}
            </button>
          </div>
        </Form>
      )}
      {dialog}
    </Dialog>
  );
}

function shownOf({ name, email, role }: StaffUser): Shown {
  return { name, email, role };
}

import { api, unwrap } from '../../api/client';
import { keepAnswer, queries } from '../../api/queries';
import {
  accessQuery,
  type Contact,
  customerHasChanged,
  type GivenAccess,
  type PortalAccess,
  type Role,
} from './queries';

type Whose = Pick<Contact, 'id' | 'customerId'>;

/** Gives access and sends the credentials, or changes the role of one that is there. @throws Problem */
export async function activate({ id }: Whose, role: Role): Promise<PortalAccess> {
  const path = { params: { path: { id } }, body: { role } };
  const access = unwrap(await api.PUT('/api/v1/staff/contacts/{id}/portal-access', path));
  keepAnswer(accessQuery(id).queryKey, access);
  return access;
}

/** Enters the address that access needs. @throws Problem */
export async function setEmail(contact: Contact, email: string): Promise<void> {
  const params = { path: { id: contact.id }, header: { 'If-Match': `"${contact.version}"` } };
  unwrap(await api.PATCH('/api/v1/staff/contacts/{id}', { params, body: { email } }));
  // Also where what follows is refused: it is entered then.
  await customerHasChanged(contact.customerId);
}

/** Access for many at once; `dryRun` only tells what would become of each. @throws Problem */
export async function giveAccesses(
  contacts: readonly Whose[],
  role: Role,
  dryRun: boolean,
): Promise<ReadonlyMap<string, GivenAccess>> {
  const body = { contactIds: contacts.map(({ id }) => id), role, dryRun };
  const { items } = unwrap(await api.PUT('/api/v1/staff/portal-accesses', { body }));
  return new Map(items.map((item) => [item.contactId, item]));
}

/** Ends access and all sessions at once. @throws Problem */
export async function deactivate({ id }: Whose): Promise<void> {
  unwrap(await api.DELETE('/api/v1/staff/contacts/{id}/portal-access', { params: { path: { id } } }));
}

/** After an access has been changed: the column says so, too. */
export async function accessHasChanged({ id, customerId }: Whose): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: accessQuery(id).queryKey }),
    customerHasChanged(customerId),
  ]);
}

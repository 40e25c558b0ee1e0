import type { ReactNode } from 'react';
import { createStaffUserDto as limits } from '../../api/staff-constraints';
import { useTexts } from '../../i18n';
import { SelectField, TextField } from '../../ui/fields';
import type { StaffUser } from './queries';

const ROLES = ['AGENT', 'ADMIN'] as const;

/** What is known of somebody who works here. */
export function UserFields({ user }: { readonly user?: StaffUser }): ReactNode {
  const { admin, staff } = useTexts();
  const { users: texts } = admin;
  return (
    <>
      <TextField
        name="name"
        label={texts.name}
        required
        maxLength={limits.name.maxLength}
        defaultValue={user?.name}
      />
      <TextField
        name="email"
        type="email"
        label={texts.email}
        required
        maxLength={limits.email.maxLength}
        defaultValue={user?.email}
      />
      <SelectField name="role" label={texts.role} hint={texts.roleHint} defaultValue={user?.role ?? 'AGENT'}>
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {staff.roles[role]}
          </option>
        ))}
      </SelectField>
    </>
  );
}

/** The role that was chosen. */
export function roleOf(text: string): StaffUser['role'] {
  return ROLES.find((role) => role === text) ?? 'AGENT';
}

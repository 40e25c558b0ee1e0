import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { Choice, Option } from './choice';

const ROLES = ['USER', 'MAIN_USER'] as const;
const NAME = 'registration/role';

/** Hauptbenutzer or Benutzer: asked each time, chosen by nobody but staff. */
export function RoleChoice(): ReactNode {
  const { inbox } = useTexts();
  return (
    <Choice name={NAME} legend={inbox.role}>
      {ROLES.map((role) => (
        <Option key={role} name={NAME} value={role} title={inbox.roles[role]} text={inbox.rolesText[role]} />
      ))}
    </Choice>
  );
}

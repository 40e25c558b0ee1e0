import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import '../../styles/decision.css';
import { Choice, Option } from './choice';

const ROLES = ['USER', 'MAIN_USER'] as const;

/** Hauptbenutzer or Benutzer: asked each time, chosen by nobody but staff. */
export function RoleChoice({ name }: { readonly name: string }): ReactNode {
  const { inbox } = useTexts();
  return (
    <Choice name={name} legend={inbox.role}>
      {ROLES.map((role) => (
        <Option key={role} name={name} value={role} title={inbox.roles[role]} text={inbox.rolesText[role]} />
      ))}
    </Choice>
  );
}

import type { StaffRole } from '../../../platform/context/actor';
import type { Page } from '../../../platform/http/paging/keyset-list';
import { CurrentPassword } from '../../../platform/http/fresh-proof';
import { ListQuery } from '../../../platform/http/paging/list-query.dto';
import {
  EmailAddress,
  Nullable,
  OneOf,
  Optional,
  Text,
  YesNo,
} from '../../../platform/http/validation/fields';
import type { StaffUserView } from '../staff-users.service';

export class ListStaffUsersQuery extends ListQuery {}

export class CreateStaffUserDto {
  @Text({ max: 120, example: 'Jana Schuster' })
  name: string;

  @EmailAddress({ example: 'jana.schuster@musterhaus.example' })
  email: string;

  /** Administratoren ändern Einstellungen und Mitarbeiter; Agents tun alles andere. */
  @OneOf(['ADMIN', 'AGENT'], { example: 'AGENT' })
  role: StaffRole;

  /** Sprache der Mails; ohne Angabe die des Mandanten. */
  @Nullable()
  @OneOf(['de', 'en'], { example: 'de' })
  language?: 'de' | 'en' | null;

  /** Ihr Passwort; nötig nur für einen Administrator. */
  @CurrentPassword()
  currentPassword?: string | null;
}

export class UpdateStaffUserDto {
  @Optional()
  @Text({ max: 120, example: 'Jana Schuster' })
  name?: string;

  @Optional()
  @EmailAddress({ example: 'jana.schuster@musterhaus.example' })
  email?: string;

  @Optional()
  @OneOf(['ADMIN', 'AGENT'], { example: 'AGENT' })
  role?: StaffRole;

  @Nullable()
  @OneOf(['de', 'en'], { example: 'de' })
  language?: 'de' | 'en' | null;

  /** false beendet den Zugang sofort, true lädt wieder ein. */
  @Optional()
  @YesNo({ example: true })
  active?: boolean;

  /** Ihr Passwort; nötig nur für eine andere E-Mail-Adresse und die Rolle ADMIN. */
  @CurrentPassword()
  currentPassword?: string | null;
}

/** Ein Mitarbeiter. */
export class StaffUserDto {
  id: string;
  /** Stand; als ETag in If-Match zu senden. */
  version: number;
  name: string;
  email: string;
  language: 'de' | 'en' | null;
  role: 'ADMIN' | 'AGENT';
  state: 'INVITED' | 'ACTIVE' | 'DEACTIVATED';
  lastLoginAt: Date | null;
  createdAt: Date;
}

export class StaffUserListDto {
  items: StaffUserDto[];
  nextCursor?: string;
  totalCount?: number;
}

export function presentStaffUser({ user, account }: StaffUserView): StaffUserDto {
  return {
    id: user.id,
    version: user.version,
    name: user.name,
    email: user.email,
    language: user.language,
    role: account.role as StaffRole,
    state: account.state,
    lastLoginAt: account.lastLoginAt,
    createdAt: user.createdAt,
  };
}

export function presentStaffUserPage(page: Page<StaffUserView>): StaffUserListDto {
  return { ...page, items: page.items.map(presentStaffUser) };
}

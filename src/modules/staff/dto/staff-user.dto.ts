import type { StaffRole } from '../../../platform/context/actor';
import { EmailAddress, OneOf, Optional, Text, YesNo } from '../../../platform/http/validation/fields';
import type { StaffUserView } from '../staff-users.service';

export class CreateStaffUserDto {
  @Text({ max: 120, example: 'Jana Schuster' })
  name: string;

  @EmailAddress({ example: 'jana.schuster@musterhaus.example' })
  email: string;

  /** Administratoren ändern Einstellungen und Mitarbeiter; Agents tun alles andere. */
  @OneOf(['ADMIN', 'AGENT'], { example: 'AGENT' })
  role: StaffRole;

  /** Sprache der Mails; ohne Angabe Deutsch. */
  @Optional()
  @OneOf(['de', 'en'])
  language?: 'de' | 'en';
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

  @Optional()
  @OneOf(['de', 'en'])
  language?: 'de' | 'en';

  /** false beendet den Zugang sofort, true lädt wieder ein. */
  @Optional()
  @YesNo({ example: true })
  active?: boolean;
}

/** Ein Mitarbeiter. */
export class StaffUserDto {
  id: string;
  /** Stand; als ETag in If-Match zu senden. */
  version: number;
  name: string;
  email: string;
  language: 'de' | 'en';
  role: 'ADMIN' | 'AGENT' | 'MAIN_USER' | 'USER';
  state: 'INVITED' | 'ACTIVE' | 'DEACTIVATED';
  lastLoginAt: Date | null;
  createdAt: Date;
}

export class StaffUserListDto {
  items: StaffUserDto[];
}

export function presentStaffUser({ user, account }: StaffUserView): StaffUserDto {
  return {
    id: user.id,
    version: user.version,
    name: user.name,
    email: user.email,
    language: user.language,
    role: account.role,
    state: account.state,
    lastLoginAt: account.lastLoginAt,
    createdAt: user.createdAt,
  };
}

import { EmailAddress, Password, Text } from '../../../platform/http/validation/fields';

export class ChangePasswordDto {
  @Password()
  currentPassword: string;

  /** 12 bis 256 Zeichen, schwer zu erraten. */
  @Password()
  newPassword: string;
}

export class PasswordResetRequestDto {
  /** Kurzbezeichnung des Mandanten. */
  @Text({ max: 63, example: 'musterhaus' })
  tenant: string;

  @EmailAddress({ example: 'admin@musterhaus.example' })
  email: string;
}

export class PasswordLinkDto {
  /** Aus dem Link der Mail, hinter `#token=`. */
  @Text({ max: 500 })
  token: string;
}

export class PasswordResetDto extends PasswordLinkDto {
  /** 12 bis 256 Zeichen, schwer zu erraten. */
  @Password()
  newPassword: string;
}

/** Immer dieselbe Antwort, ob die Adresse bekannt ist oder nicht. */
export class AcceptedDto {
  message: string;
}

import { EmailAddress, OneOf, Optional, Password, Text } from '../../../platform/http/validation/fields';
import type { IssuedTokens } from '../sessions.service';

export class LoginDto {
  /** Kurzbezeichnung des Mandanten. */
  @Text({ max: 63, example: 'musterhaus' })
  tenant: string;

  @EmailAddress({ example: 'admin@musterhaus.example' })
  email: string;

  @Password()
  password: string;
}

export class TokensDto {
  /** JWT für den Kopf `Authorization: Bearer`. */
  accessToken: string;

  /**
   * Sekunden bis zum Ablauf.
   * @example 300
   */
  expiresIn: number;

  /** Gilt für genau eine Erneuerung. */
  refreshToken: string;

  /** Nach Anmeldung mit einem Initialpasswort: zuerst das Passwort ändern. */
  passwordChangeRequired: boolean;
}

export class RefreshDto {
  @Text({ max: 500 })
  refreshToken: string;
}

/** OAuth2-Formular (RFC 6749), wie es der Authorize-Dialog von Swagger UI sendet. */
export class TokenFormDto {
  @OneOf(['password', 'refresh_token'])
  grant_type: 'password' | 'refresh_token';

  /** E-Mail-Adresse. */
  @Optional()
  @EmailAddress()
  username?: string;

  @Optional()
  @Password()
  password?: string;

  @Optional()
  @Text({ max: 500 })
  refresh_token?: string;

  /** Kurzbezeichnung des Mandanten; auch als Benutzername im Kopf `Authorization: Basic`. */
  @Optional()
  @Text({ max: 63, example: 'musterhaus' })
  client_id?: string;

  @Optional()
  @Text({ min: 0, max: 500 })
  client_secret?: string;

  @Optional()
  @Text({ min: 0, max: 500 })
  scope?: string;
}

/** Antwort nach RFC 6749. */
export class OAuthTokensDto {
  access_token: string;
  /** @example Bearer */
  token_type: string;
  /** @example 300 */
  expires_in: number;
  refresh_token: string;
}

export function presentTokens(tokens: IssuedTokens): TokensDto {
  return {
    accessToken: tokens.accessToken,
    expiresIn: tokens.expiresIn,
    refreshToken: tokens.refreshToken,
    passwordChangeRequired: tokens.passwordChangeRequired,
  };
}

export function presentOAuthTokens(tokens: IssuedTokens): OAuthTokensDto {
  return {
    access_token: tokens.accessToken,
    token_type: 'Bearer',
    expires_in: tokens.expiresIn,
    refresh_token: tokens.refreshToken,
  };
}

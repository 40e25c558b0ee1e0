import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { tenantRepositories } from '../../platform/database';
import { BodyGuard } from '../../platform/http/bodies/body.guard';
import { SameOriginGuard } from '../../platform/http/browser/same-origin.guard';
import { UndeclaredInputGuard } from '../../platform/http/validation/undeclared-input.guard';
import { TenantsModule } from '../tenants';
import { AccessGuard } from './access.guard';
import { AccessTokens } from './access-tokens';
import { Account } from './account.entity';
import { AccountNotices } from './account-notices';
import { AccountFinder } from './account-finder';
import { AccountsService } from './accounts.service';
import { AuthController } from './auth.controller';
import { BrowserSessionStrategy } from './browser-session.strategy';
import { BrowserSessions } from './browser-sessions';
import { CredentialsService } from './credentials.service';
import { Housekeeping } from './housekeeping';
import { JwtStrategy } from './jwt.strategy';
import { LocalStrategy } from './local.strategy';
import { LoginAddresses } from './login-addresses';
import { LoginLimits } from './login-limits';
import { LoginService } from './login.service';
import { NewPassword } from './new-password';
import { OAuthController } from './oauth.controller';
import { OneTimeToken } from './one-time-token.entity';
import { OneTimeTokens } from './one-time-tokens';
import { OpenSessions } from './open-sessions';
import { OwnSessions } from './own-sessions';
import { PasswordChoices } from './password-choices';
import { PasswordHasher } from './password-hasher';
import { PasswordLinks } from './password-links';
import { PasswordResetMails } from './password-reset-mails';
import { PasswordResetsService } from './password-resets.service';
import { PasswordsController } from './passwords.controller';
import { PasswordsService } from './passwords.service';
import { StrengthEstimator } from './password-strength/strength-estimator';
import { Reauthentication } from './reauthentication';
import { RefreshToken } from './refresh-token.entity';
import { RefreshTokens } from './refresh-tokens';
import { Session } from './session.entity';
import { SessionsController } from './sessions.controller';
import { SessionsService } from './sessions.service';

@Module({
  imports: [TenantsModule, PassportModule, JwtModule],
  controllers: [AuthController, OAuthController, PasswordsController, SessionsController],
  providers: [
    ...tenantRepositories(Account, Session, RefreshToken, OneTimeToken),
    // In this order: of who may not call a route nothing is read, and they are not told what it takes.
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: SameOriginGuard },
    { provide: APP_GUARD, useClass: BodyGuard },
    { provide: APP_GUARD, useClass: UndeclaredInputGuard },
    AccessTokens,
    AccountFinder,
    AccountNotices,
    AccountsService,
    BrowserSessions,
    BrowserSessionStrategy,
    CredentialsService,
    Housekeeping,
    JwtStrategy,
    LocalStrategy,
    LoginAddresses,
    LoginLimits,
    LoginService,
    NewPassword,
    OneTimeTokens,
    OpenSessions,
    OwnSessions,
    PasswordChoices,
    PasswordHasher,
    PasswordLinks,
    PasswordResetMails,
    PasswordResetsService,
    PasswordsService,
    Reauthentication,
    RefreshTokens,
    SessionsService,
    StrengthEstimator,
  ],
  exports: [AccountsService, BrowserSessions, OpenSessions, PasswordsService, Reauthentication],
})
export class AuthModule {}

import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { LoginService, type VerifiedLogin } from './login.service';

/** E-mail and password within a tenant. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy) {
  constructor(private readonly logins: LoginService) {
    super({ usernameField: 'email', passReqToCallback: true });
  }

  validate(request: { body: { tenant: string } }, email: string, password: string): Promise<VerifiedLogin> {
    return this.logins.verify(request.body.tenant, email, password);
  }
}

import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { checked } from '../../platform/http/validation/input.pipe';
import { loginFailed } from './auth.errors';
import { LoginDto } from './dto/login.dto';

/** Logs in with the credentials in the body. */
@Injectable()
export class LocalAuthGuard extends AuthGuard('local') {
  /** Guards run before pipes: what the strategy is going to read is checked here. */
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    request.body = await checked(request.body, LoginDto);
    return super.canActivate(context) as Promise<boolean>;
  }

  /** The strategy would also take credentials from the query string, where they end up in logs: it gets to see none. */
  override getRequest(context: ExecutionContext): { body: unknown } {
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    return { body };
  }

  override handleRequest<T>(error: unknown, login: T, _info: unknown, context: ExecutionContext): T {
    if (error) throw error as Error;
    if (!login) throw loginFailed();
    context.switchToHttp().getRequest<{ user: T }>().user = login;
    return login;
  }
}

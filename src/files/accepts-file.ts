import {
  applyDecorators,
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
  mixin,
  type NestInterceptor,
  type Type,
  UseInterceptors,
} from '@nestjs/common';
import { ApiBody, ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { firstValueFrom, from, type Observable } from 'rxjs';
import type { Config } from '../config/config';
import { CONFIG } from '../config/config.module';
import { operationOf } from '../platform/http/idempotency/operation';
import { IdempotencyService } from '../platform/http/idempotency/idempotency.service';
import { IDEMPOTENCY_KEY } from '../platform/http/requires';
import { checked } from '../platform/http/validation/input.pipe';
import type { FileForm } from './file-form';
import { TakesFiles } from '../platform/http/bodies/takes';
import { type Upload, withUpload } from './spool';

interface UploadRequest extends FastifyRequest {
  upload?: { readonly file: Upload; readonly form: FileForm };
}

/** The file that came with the request; for routes that are decorated with `AcceptsFile`. */
export const UploadedFile = createParamDecorator((_: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<UploadRequest>().upload?.file;
});

/** The checked fields beside it. */
export const UploadedForm = createParamDecorator((_: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<UploadRequest>().upload?.form;
});

/**
 * Lets a route take one file in the field `file`, beside the fields of the class. The file is spooled before the
 * handler runs and removed afterwards. With an Idempotency-Key the same file in the same form is taken once.
 */
export function AcceptsFile(form: Type<FileForm>): MethodDecorator {
  return applyDecorators(
    TakesFiles(),
    UseInterceptors(uploadInterceptor(form)),
    ApiHeader(IDEMPOTENCY_KEY),
    ApiBody({ type: form }),
  );
}

function uploadInterceptor(formType: Type<FileForm>): Type<NestInterceptor> {
  @Injectable()
  class UploadInterceptor implements NestInterceptor<unknown, unknown> {
    constructor(
      private readonly idempotency: IdempotencyService,
      @Inject(CONFIG) private readonly config: Config,
    ) {}

    intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
      const request = context.switchToHttp().getRequest<UploadRequest>();
      return from(
        withUpload(request, this.config.limits.attachment, async (file) => {
          request.upload = { file, form: await checked(file.fields, formType) };
          return this.once(request, file, () => firstValueFrom<unknown>(next.handle()));
        }),
      );
    }

    private once(
      request: FastifyRequest,
      { fields, fileName, sha256 }: Upload,
      work: () => Promise<unknown>,
    ): Promise<unknown> {
      const key = request.headers['idempotency-key'];
      if (key === undefined) return work();
      return this.idempotency.once(
        String(key),
        [...operationOf(request), JSON.stringify(fields), fileName, sha256],
        work,
      );
    }
  }
  return mixin(UploadInterceptor);
}

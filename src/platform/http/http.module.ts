import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { tenantRepositories } from '../database';
import { AudienceCheck } from './audience-check';
import { SessionCookie } from './browser/session-cookie';
import { IdempotencyKey } from './idempotency/idempotency-key.entity';
import { IdempotencyService } from './idempotency/idempotency.service';
import { KeysetList } from './paging/keyset-list';
import { ProblemFilter } from './problem.filter';
import { InputPipe } from './validation/input.pipe';

/** What every interface of the program has in common. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    ...tenantRepositories(IdempotencyKey),
    AudienceCheck,
    IdempotencyService,
    KeysetList,
    SessionCookie,
    { provide: APP_PIPE, useClass: InputPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [IdempotencyService, KeysetList, SessionCookie],
})
export class HttpModule {}

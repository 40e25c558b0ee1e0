import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { HealthController } from '../health/health.controller';
import { AccessGuard } from './access.guard';
import { ProblemFilter } from './problem.filter';

@Module({
  imports: [DiscoveryModule],
  controllers: [HealthController],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class HttpModule {}

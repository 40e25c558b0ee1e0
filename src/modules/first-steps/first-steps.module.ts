import { Module } from '@nestjs/common';
import { tenantRepositories } from '../../platform/database';
import { TenantsModule } from '../tenants';
import { DoneFirstStep } from './done-first-step.entity';
import { FirstStepsController } from './first-steps.controller';
import { FirstStepsHousekeeping } from './first-steps-housekeeping';
import { FirstStepsService } from './first-steps.service';
import { SkippedFirstStep } from './skipped-first-step.entity';

/** Leads a new admin through what there is to do first. */
@Module({
  imports: [TenantsModule],
  controllers: [FirstStepsController],
  providers: [
    ...tenantRepositories(SkippedFirstStep, DoneFirstStep),
    FirstStepsService,
    FirstStepsHousekeeping,
  ],
  exports: [FirstStepsService],
})
export class FirstStepsModule {}

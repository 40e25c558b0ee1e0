import { Column, Entity, Unique } from 'typeorm';
import { TenantOwned } from '../../platform/database';
import type { ALL, FirstStep } from './first-steps';

/** A step that a tenant does not want to take. */
@Entity('skipped_first_steps')
@Unique('skipped_first_steps_once', ['tenantId', 'step'])
export class SkippedFirstStep extends TenantOwned {
  @Column('text')
  step: FirstStep | typeof ALL;
}

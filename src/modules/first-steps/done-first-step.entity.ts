import { Column, Entity, Unique } from 'typeorm';
import { TenantOwned } from '../../platform/database';
import type { FirstStep } from './first-steps';

/** A step that was taken, and whose traces do not stay. */
@Entity('done_first_steps')
@Unique('done_first_steps_once', ['tenantId', 'step'])
export class DoneFirstStep extends TenantOwned {
  @Column('text')
  step: FirstStep;
}

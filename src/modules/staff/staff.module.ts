import { Module } from '@nestjs/common';
import { tenantRepositories } from '../../platform/database';
import { AuthModule } from '../auth';
import { TenantsModule } from '../tenants';
import { AuditEntriesController } from './audit-entries.controller';
import { AuditEntriesReader } from './audit-entries.reader';
import { StaffReader } from './staff.reader';
import { StaffUser } from './staff-user.entity';
import { StaffUsersController } from './staff-users.controller';
import { StaffUsersService } from './staff-users.service';
import { WorkMailChoice } from './work-mail-choice.entity';
import { WorkMailChoices } from './work-mail-choices';

@Module({
  imports: [AuthModule, TenantsModule],
  controllers: [StaffUsersController, AuditEntriesController],
  providers: [
    ...tenantRepositories(StaffUser, WorkMailChoice),
    StaffReader,
    StaffUsersService,
    WorkMailChoices,
    AuditEntriesReader,
  ],
  exports: [StaffReader, StaffUsersService, WorkMailChoices],
})
export class StaffModule {}

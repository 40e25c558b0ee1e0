import { Global, Module } from '@nestjs/common';
import { tenantRepositories } from '../database';
import { AuditEntry } from './audit-entry.entity';
import { AuditLog } from './audit-log';

@Global()
@Module({ providers: [...tenantRepositories(AuditEntry), AuditLog], exports: [AuditLog] })
export class AuditModule {}

// What the rest of the program uses of the way to PostgreSQL; README.md says how it works.
export { isDatabaseAway, whenReachable } from './availability';
export { chunksOf } from './chunks';
export { createDataSource, loginSettings } from './data-source';
export { DatabaseModule } from './database.module';
export { ignoreHandledError } from './ignore-handled-error';
export { NumberSequences } from './number-sequences';
export { oneOf } from './one-of';
export { PipelinedConnections } from './pipelined-connections';
export { queryByIds } from './query-by-ids';
export { waitingBriefly } from './short-wait';
export { TenantOwned, Versioned } from './tenant-owned.entity';
export { tenantCondition } from './tenant-scope';
export { InjectTenantRepository, tenantRepositories, type TenantRepository } from './tenant.repository';
export { TransactionService } from './transaction.service';
export { mapUniqueViolation } from './unique-violation';

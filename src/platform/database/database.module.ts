import { Global, Injectable, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { CONFIG } from '../../config/config.module';
import type { Config, DatabaseConfig } from '../../config/config';
import { whenReachable } from './availability';
import { type ConnectionOptions, createDataSource } from './data-source';
import { NumberSequences } from './number-sequences';
import { PipelinedConnections } from './pipelined-connections';
import { ReadReplica } from './read-replica';
import { servingPool } from './serving-pool';
import { disablePreparedStatements } from './statement';
import { sendScopeApart } from './tenant-scope';
import { TransactionService } from './transaction.service';
import { assertUnprivileged } from './unprivileged-login';

/** TypeORM's own connections, for the few things that are read through it while requests are served. */
const TYPEORM_POOL_SIZE = 2;

@Injectable()
class DatabaseConnections implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pool: Pool,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
    await this.pool.end();
  }
}

@Global()
@Module({
  providers: [
    {
      provide: DataSource,
      inject: [CONFIG],
      useFactory: ({ database }: Config): Promise<DataSource> => {
        const dataSource = createDataSource({
          ...servingOptions(database),
          poolSize: Math.min(TYPEORM_POOL_SIZE, database.poolSize),
        });
        const log = new Logger('Database');
        return whenReachable(
          async () => {
            if (!dataSource.isInitialized) await dataSource.initialize();
            await assertUnprivileged((sql) => dataSource.query(sql));
            return dataSource;
          },
          (text) => log.warn(text),
        );
      },
    },
    {
      provide: Pool,
      inject: [CONFIG],
      useFactory: ({ database }: Config): Pool => {
        if (!database.preparesStatements) disablePreparedStatements();
        if (database.distributed) sendScopeApart();
        return servingPool(servingOptions(database));
      },
    },
    {
      provide: PipelinedConnections,
      inject: [Pool],
      useFactory: (pool: Pool) => new PipelinedConnections(pool),
    },
    ReadReplica,
    TransactionService,
    NumberSequences,
    DatabaseConnections,
  ],
  exports: [DataSource, Pool, PipelinedConnections, TransactionService, NumberSequences],
})
export class DatabaseModule {}

function servingOptions({ url, directUrl, poolSize, distributed }: DatabaseConfig): ConnectionOptions {
  if (!url) throw new Error('The database is started before the program is assembled.');
  return { url, poolSize, serves: true, pooled: directUrl !== undefined, distributed };
}

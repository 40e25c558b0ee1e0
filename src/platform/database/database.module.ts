import { Global, Injectable, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG } from '../../config/config.module';
import type { Config } from '../../config/config';
import { whenReachable } from './availability';
import { createDataSource } from './data-source';
import { NumberSequences } from './number-sequences';
import { ReadReplica } from './read-replica';
import { TransactionService } from './transaction.service';
import { assertUnprivileged } from './unprivileged-login';

@Injectable()
class DatabaseConnection implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }
}

@Global()
@Module({
  providers: [
    {
      provide: DataSource,
      inject: [CONFIG],
      useFactory: async (config: Config): Promise<DataSource> => {
        const { url, poolSize } = config.database;
        if (!url) throw new Error('The database is started before the program is assembled.');
        const dataSource = createDataSource({ url, poolSize, serves: true });
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
    ReadReplica,
    TransactionService,
    NumberSequences,
    DatabaseConnection,
  ],
  exports: [DataSource, TransactionService, NumberSequences],
})
export class DatabaseModule {}

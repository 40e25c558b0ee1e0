import { Global, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG } from '../../config/config.module';
import type { Config } from '../../config/config';
import { assertUnprivileged } from './app-role';
import { createDataSource } from './data-source';
import { NumberSequences } from './number-sequences';
import { ReadReplica } from './read-replica';
import { TransactionService } from './transaction.service';

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
        const dataSource = createDataSource({ url, poolSize, asAppRole: true });
        await dataSource.initialize();
        await assertUnprivileged(dataSource);
        return dataSource;
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

import { join } from 'node:path';
import type * as DataSourceFile from '../src/platform/database/data-source';
import type * as MigrateFile from '../src/startup/migrate';
import { DIST, startDatabase } from '../test/support/stack';

/** Fails when the entities say something else than the schema that the migrations make; prints the difference. */
async function main(): Promise<void> {
  const folder = join(DIST, 'platform/database');
  const { createDataSource } = (await import(join(folder, 'data-source.js'))) as typeof DataSourceFile;
  const { migrate } = (await import(join(DIST, 'startup/migrate.js'))) as typeof MigrateFile;
  const database = await startDatabase();
  try {
    await migrate(database.url);
    const dataSource = await createDataSource({
      url: database.url,
      poolSize: 1,
      serves: false,
    }).initialize();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    const tables = dataSource.entityMetadatas.length;
    await dataSource.destroy();
    if (upQueries.length > 0) {
      console.error('The entities need what no migration does:');
      for (const { query } of upQueries) console.error(`  ${query}`);
      process.exitCode = 1;
    } else {
      console.log(`${tables} entities agree with the migrations.`);
    }
  } finally {
    await database.stop();
  }
}

void main();

import { loadConfig } from './src/config/config';
import { createDataSource } from './src/platform/database';

const { database } = loadConfig();

/** For the TypeORM command line: generating, running and reverting migrations as the owner of the schema. */
export default createDataSource({
  url: database.ownerUrl ?? database.url ?? '',
  poolSize: 2,
  serves: false,
});

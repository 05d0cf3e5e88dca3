import { DataSource } from 'typeorm';
import { dataSourceOptions } from './database/data-source';
import { entities } from './entities';
import { createTestDatabase, type TestDatabase } from './testing/test-database';

describe('the row classes', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource(dataSourceOptions({ url: database.url, entities })).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('agree with the migrated database: TypeORM would change nothing in it', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();

    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });
});

import { Global, Module, type DynamicModule } from '@nestjs/common';
import { ConsoleDatabase } from './console-database';
import type { Databases } from './databases';
import { ScimDatabase } from './scim-database';
import { WorkerDatabase } from './worker-database';

/** The opened databases, each to be asked for by its class. They are closed after the application, by whoever opened them. */
@Global()
@Module({})
export class DatabaseModule {
  static of(databases: Databases): DynamicModule {
    const providers = [
      { provide: ConsoleDatabase, useValue: databases.console },
      { provide: ScimDatabase, useValue: databases.scim },
      { provide: WorkerDatabase, useValue: databases.worker },
    ];
    return { module: DatabaseModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}

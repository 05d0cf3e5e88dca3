import type { Entities } from './database/data-source';

/** Every row class of the features, for TypeORM. */
export const entities: Entities = [];

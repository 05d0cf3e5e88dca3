import { Injectable } from '@nestjs/common';
import { uniqueness, type ResourceType } from '@rollcall/scim-protocol';
import { constraintOf } from '../../database/constraint-errors';
import { ScimDatabase, type Statement } from '../../database/scim-database';
import type { ScimCaller } from '../../tokens/scim-caller';
import { asCaller } from '../wire/live-token';
import type { CustomRow } from './custom-answer';
import { customValues, type CustomRecord } from './custom-record';
import { DELETE_CUSTOM, GET_CUSTOM, INSERT_CUSTOM, UPDATE_CUSTOM } from './custom-statements';

/** Which resource of which registered type a write is about, and the request that it came with. */
export interface CustomWrite {
  readonly type: ResourceType;
  readonly id: string;
  readonly requestId: string;
}

/** Resources of registered types, of one integration. No row back means: not there, or the token is no longer alive. */
@Injectable()
export class CustomResourcesRepository {
  constructor(private readonly database: ScimDatabase) {}

  async find(caller: ScimCaller, type: ResourceType, id: string): Promise<CustomRow | undefined> {
    const rows = await this.database.query<CustomRow>(caller, GET_CUSTOM, asCaller(caller, type.name, id));
    return rows[0];
  }

  /** @throws ScimError 409 when a unique value is taken by another resource of the type in this integration. */
  insert(caller: ScimCaller, write: CustomWrite, record: CustomRecord): Promise<CustomRow | undefined> {
    return this.write(caller, write, record, INSERT_CUSTOM, []);
  }

  /**
   * Changes the resource if it still has `version`; no row back means that somebody else was faster.
   * @throws ScimError 409 as for `insert`
   */
  update(
    caller: ScimCaller,
    write: CustomWrite,
    record: CustomRecord,
    change: { readonly version: number; readonly data: string },
  ): Promise<CustomRow | undefined> {
    return this.write(caller, write, record, UPDATE_CUSTOM, [change.version, change.data]);
  }

  async remove(
    caller: ScimCaller,
    { type, id, requestId }: CustomWrite,
    version: number | null,
  ): Promise<{ display_name: string } | undefined> {
    const values = asCaller(caller, type.name, id, requestId, version);
    const rows = await this.database.query<{ display_name: string }>(caller, DELETE_CUSTOM, values);
    return rows[0];
  }

  private async write(
    caller: ScimCaller,
    { type, id, requestId }: CustomWrite,
    record: CustomRecord,
    statement: Statement,
    further: readonly unknown[],
  ): Promise<CustomRow | undefined> {
    const values = asCaller(caller, type.name, id, requestId, ...customValues(record), ...further);
    try {
      const rows = await this.database.query<CustomRow>(caller, statement, values);
      return rows[0];
    } catch (error) {
      if (constraintOf(error) === 'scim_custom_key_pkey') throw taken(type, record);
      throw error;
    }
  }
}

/** Row-level security hides from us which of several keys clashed. */
function taken({ name }: ResourceType, { keys }: CustomRecord) {
  const values = keys.map(({ attribute, value }) => `${attribute} ${JSON.stringify(value)}`);
  const which = values.length === 1 ? `${values.join('')} is` : `One of ${values.join(', ')} is`;
  return uniqueness(
    `${which} already used by another ${name} of this integration. Find it with a filter and update it.`,
  );
}

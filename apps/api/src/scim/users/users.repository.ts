import { Injectable } from '@nestjs/common';
import { uniqueness } from '@rollcall/scim-protocol';
import { constraintOf } from '../../database/constraint-errors';
import { ScimDatabase } from '../../database/scim-database';
import type { ScimCaller } from '../../tokens/scim-caller';
import { FindById } from '../resources/find-by-id';
import type { UserRow } from './user-answer';
import type { UserRecord } from './user-record';
import { GET_USERS } from './user-statements';
import {
  UserWrites,
  type GoneUser,
  type MadeUser,
  type UserDeletion,
  type UserInsertion,
  type UserUpdate,
} from './user-writes';

/** Users of one integration. No row back means: not there, or the token is no longer alive. */
@Injectable()
export class UsersRepository {
  private readonly found: FindById<UserRow>;
  private readonly writes: UserWrites;

  constructor(database: ScimDatabase) {
    this.found = new FindById(database, GET_USERS);
    this.writes = new UserWrites(database);
  }

  find(caller: ScimCaller, userId: string): Promise<UserRow | undefined> {
    return this.found.find(caller, userId);
  }

  /** @throws ScimError 409 when the userName is taken in this integration. */
  insert(insertion: UserInsertion): Promise<MadeUser | undefined> {
    return named(insertion.record, () => this.writes.insert(insertion));
  }

  /**
   * Changes the user if it still has the version; no row back means that somebody else was faster.
   * @throws ScimError 409 when the userName is taken in this integration.
   */
  update(update: UserUpdate): Promise<UserRow | undefined> {
    return named(update.record, () => this.writes.update(update));
  }

  remove(deletion: UserDeletion): Promise<GoneUser | undefined> {
    return this.writes.remove(deletion);
  }
}

async function named<Result>(record: UserRecord, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (constraintOf(error) !== 'scim_user_user_name_key') throw error;
    throw uniqueness(
      `userName ${JSON.stringify(record.userName)} is already used by another user of this integration (upper and lower case are the same, and inactive users count). Find it with filter=userName eq and update it.`,
    );
  }
}

import {
  REVEAL_REASON_MAX,
  type DeletedQuery,
  type GroupQuery,
  type PersonRevealRequest,
  type UserQuery,
  type UserStatus,
  type WorkValuesQuery,
} from '@rollcall/admin-contracts';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { CURSOR_MAX, PageQueryDto, SEARCH_MAX } from '../console/page-query.dto';

/** Longer departments and titles cannot be filtered by. */
export const WORK_VALUE_MAX = 500;
const SORTS = ['displayName', 'userName', 'created', 'lastModified'] as const;

export class UserQueryDto extends PageQueryDto implements UserQuery {
  @IsOptional() @IsString() @MaxLength(SEARCH_MAX) readonly search?: string;
  @IsOptional() @IsIn(['active', 'inactive']) readonly status?: UserStatus;
  @IsOptional() @IsUUID() readonly integrationId?: string;
  @IsOptional() @IsUUID() readonly groupId?: string;
  @IsOptional() @IsString() @MaxLength(WORK_VALUE_MAX) readonly department?: string;
  @IsOptional() @IsString() @MaxLength(WORK_VALUE_MAX) readonly title?: string;
  @IsOptional() @IsIn(SORTS) readonly sort?: (typeof SORTS)[number];
  @IsOptional() @IsIn(['asc', 'desc']) readonly direction?: 'asc' | 'desc';
}

export class GroupQueryDto extends PageQueryDto implements GroupQuery {
  @IsOptional() @IsString() @MaxLength(SEARCH_MAX) readonly search?: string;
  @IsOptional() @IsUUID() readonly integrationId?: string;
}

export class GroupMemberQueryDto extends PageQueryDto {
  @IsOptional() @IsString() @MaxLength(SEARCH_MAX) readonly search?: string;
}

export class WorkValuesQueryDto implements WorkValuesQuery {
  @IsIn(['department', 'title']) readonly field!: 'department' | 'title';
  @IsOptional() @IsString() @MaxLength(SEARCH_MAX) readonly search?: string;
}

export class DeletedQueryDto extends PageQueryDto implements DeletedQuery {
  @IsOptional() @IsString() @MaxLength(SEARCH_MAX) readonly search?: string;
  @IsOptional() @IsUUID() readonly integrationId?: string;
}

/** `at` is a moment in ISO 8601 with its offset. */
export class AsOfQueryDto {
  @IsISO8601({ strict: true, strictSeparator: true }) @MaxLength(40) readonly at!: string;
}

export class PastMembersQueryDto extends PageQueryDto {
  @IsISO8601({ strict: true, strictSeparator: true }) @MaxLength(40) readonly at!: string;
}

export class TimeLineQueryDto {
  @IsOptional() @IsString() @MaxLength(CURSOR_MAX) readonly cursor?: string;
}

export class PersonRevealDto implements PersonRevealRequest {
  @IsOptional() @IsString() @MaxLength(REVEAL_REASON_MAX) readonly reason?: string;
  @IsOptional() @IsISO8601({ strict: true, strictSeparator: true }) @MaxLength(40) readonly at?: string;
  @IsOptional() @IsString() @MaxLength(CURSOR_MAX) readonly cursor?: string;
}

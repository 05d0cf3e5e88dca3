import type { GroupQuery, UserQuery, UserStatus } from '@rollcall/admin-contracts';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQueryDto, SEARCH_MAX } from '../console/page-query.dto';

const SORTS = ['displayName', 'userName', 'created', 'lastModified'] as const;

export class UserQueryDto extends PageQueryDto implements UserQuery {
  @IsOptional() @IsString() @MaxLength(SEARCH_MAX) readonly search?: string;
  @IsOptional() @IsIn(['active', 'inactive']) readonly status?: UserStatus;
  @IsOptional() @IsUUID() readonly integrationId?: string;
  @IsOptional() @IsUUID() readonly groupId?: string;
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

import type { GroupExportRequest, MemberExportRequest, UserExportRequest, UserStatus } from '@rollcall/admin-contracts';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { SEARCH_MAX } from '../console/page-query.dto';
import { WORK_VALUE_MAX } from './directory-query.dto';

export class UserExportDto implements UserExportRequest {
  @IsOptional() @IsString() @MaxLength(SEARCH_MAX) readonly search?: string;
  @IsOptional() @IsIn(['active', 'inactive']) readonly status?: UserStatus;
  @IsOptional() @IsUUID() readonly integrationId?: string;
  @IsOptional() @IsUUID() readonly groupId?: string;
  @IsOptional() @IsString() @MaxLength(WORK_VALUE_MAX) readonly department?: string;
  @IsOptional() @IsString() @MaxLength(WORK_VALUE_MAX) readonly title?: string;
}

export class GroupExportDto implements GroupExportRequest {
  @IsOptional() @IsString() @MaxLength(SEARCH_MAX) readonly search?: string;
  @IsOptional() @IsUUID() readonly integrationId?: string;
}

export class MemberExportDto implements MemberExportRequest {
  @IsOptional() @IsString() @MaxLength(SEARCH_MAX) readonly search?: string;
}

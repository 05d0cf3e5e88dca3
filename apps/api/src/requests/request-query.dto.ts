import type { RequestQuery } from '@rollcall/admin-contracts';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQueryDto, SEARCH_MAX } from '../console/page-query.dto';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

export class RequestQueryDto extends PageQueryDto implements RequestQuery {
  @IsOptional() @IsUUID() readonly integrationId?: string;
  @IsOptional() @IsIn(['success', 'failure']) readonly result?: 'success' | 'failure';
  @IsOptional() @IsIn(METHODS) readonly method?: string;
  @IsOptional() @IsUUID() readonly resourceId?: string;
  @IsOptional() @IsString() @MaxLength(SEARCH_MAX) readonly search?: string;
}

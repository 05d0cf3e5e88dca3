import { ACTIVITY_ACTIONS, type ActivityQuery } from '@rollcall/admin-contracts';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { PageQueryDto, SEARCH_MAX } from '../console/page-query.dto';

export class ActivityQueryDto extends PageQueryDto implements ActivityQuery {
  @IsOptional() @IsIn(ACTIVITY_ACTIONS) readonly action?: string;
  @IsOptional() @IsUUID() readonly actorId?: string;
  @IsOptional() @IsUUID() readonly objectId?: string;
  @IsOptional() @IsString() @MinLength(1) @MaxLength(SEARCH_MAX) readonly search?: string;
}

import {
  ACTIVITY_ACTIONS,
  ACTIVITY_SPANS,
  ACTIVITY_VIEW_NAME_MAX,
  PAGE_SIZE_DEFAULT,
  PAGE_SIZE_MAX,
  type ActivityFilter,
  type ActivityQuery,
  type ActivitySpan,
  REVEAL_REASON_MAX,
  type AlertsSeenRequest,
  type RenameActivityViewRequest,
  type RevealActivityRequest,
  type SaveActivityViewRequest,
} from '@rollcall/admin-contracts';
import { Transform, Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { SEARCH_MAX } from '../console/page-query.dto';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

export class ActivityFilterDto implements ActivityFilter {
  @IsOptional() @IsIn(ACTIVITY_ACTIONS) readonly action?: string;
  @IsOptional() @IsUUID() readonly actorId?: string;
  @IsOptional() @IsUUID() readonly objectId?: string;
  @IsOptional() @IsUUID() readonly integrationId?: string;
  @IsOptional() @IsIn(['success', 'failure']) readonly result?: 'success' | 'failure';
  @IsOptional() @IsIn(ACTIVITY_SPANS) readonly since?: ActivitySpan;
  @IsOptional() @IsISO8601({ strict: true }) readonly from?: string;
  @IsOptional() @IsISO8601({ strict: true }) readonly to?: string;
  @IsOptional() @IsString() @MinLength(1) @MaxLength(SEARCH_MAX) readonly search?: string;
}

/** `limit` is a number of entries. */
export class ActivityQueryDto extends ActivityFilterDto implements ActivityQuery {
  @IsOptional() @IsString() @MaxLength(2000) readonly cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(PAGE_SIZE_MAX) readonly limit: number = PAGE_SIZE_DEFAULT;
}

export class RenameActivityViewDto implements RenameActivityViewRequest {
  @Transform(trimmed)
  @IsString()
  @Matches(/\S/, { message: 'Enter a name.' })
  @MaxLength(ACTIVITY_VIEW_NAME_MAX, { message: `Use at most ${ACTIVITY_VIEW_NAME_MAX} characters.` })
  readonly name!: string;
}

export class SaveActivityViewDto extends RenameActivityViewDto implements SaveActivityViewRequest {
  @IsObject() @ValidateNested() @Type(() => ActivityFilterDto) readonly filter!: ActivityFilterDto;
}

export class AlertsSeenDto implements AlertsSeenRequest {
  @Matches(/^\d{1,18}$/) readonly id!: string;
}

/** `id` is the change's number, as its entry has it. */
export class RevealActivityDto implements RevealActivityRequest {
  @IsUUID() readonly integrationId!: string;
  @IsUUID() readonly objectId!: string;
  @Matches(/^\d{1,18}$/) readonly id!: string;
  @IsOptional() @IsString() @MaxLength(REVEAL_REASON_MAX) readonly reason?: string;
}

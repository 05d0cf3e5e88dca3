import {
  PAGE_SIZE_DEFAULT,
  PAGE_SIZE_MAX,
  PROVIDERS,
  REQUEST_KINDS,
  REQUEST_METHODS,
  REQUEST_RESULTS,
  REQUEST_SAID_MAX,
  REQUEST_SPANS,
  REVEAL_REASON_MAX,
  type Provider,
  type RequestFilter,
  type RequestKind,
  type RequestMethod,
  type RequestQuery,
  type RequestResult,
  type RequestSpan,
  type RequestTailQuery,
  type RevealRequest,
} from '@rollcall/admin-contracts';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { CURSOR_MAX, SEARCH_MAX } from '../console/page-query.dto';

export class RequestFilterDto implements RequestFilter {
  @IsOptional() @IsUUID() readonly integrationId?: string;
  @IsOptional() @IsIn(PROVIDERS) readonly provider?: Provider;
  @IsOptional() @IsIn(REQUEST_RESULTS) readonly result?: RequestResult;
  @IsOptional() @IsIn(REQUEST_METHODS) readonly method?: RequestMethod;
  @IsOptional() @IsIn(REQUEST_KINDS) readonly kind?: RequestKind;
  @IsOptional() @IsUUID() readonly resourceId?: string;
  @IsOptional() @IsString() @MaxLength(SEARCH_MAX) readonly person?: string;
  @IsOptional() @IsString() @MaxLength(SEARCH_MAX) readonly search?: string;
  @IsOptional() @IsString() @MaxLength(REQUEST_SAID_MAX.characters) readonly said?: string;
  @IsOptional() @IsIn(REQUEST_SPANS) readonly since?: RequestSpan;
  @IsOptional() @IsISO8601({ strict: true }) readonly from?: string;
  @IsOptional() @IsISO8601({ strict: true }) readonly to?: string;
}

/** `limit` is a number of rows. */
export class RequestQueryDto extends RequestFilterDto implements RequestQuery {
  @IsOptional() @IsString() @MaxLength(CURSOR_MAX) readonly cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(PAGE_SIZE_MAX) readonly limit: number = PAGE_SIZE_DEFAULT;
}

export class RequestTailDto extends RequestFilterDto implements RequestTailQuery {
  @IsString() @MaxLength(CURSOR_MAX) readonly tail!: string;
}

export class RevealDto implements RevealRequest {
  @IsOptional() @IsString() @MaxLength(REVEAL_REASON_MAX) readonly reason?: string;
}

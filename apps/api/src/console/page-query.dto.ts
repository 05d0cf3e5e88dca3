import { PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX, type PageQuery } from '@rollcall/admin-contracts';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export const SEARCH_MAX = 200;
export const CURSOR_MAX = 2000;

/** `limit` is a number of rows. */
export class PageQueryDto implements PageQuery {
  @IsOptional() @IsString() @MaxLength(CURSOR_MAX) readonly cursor?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(PAGE_SIZE_MAX) readonly limit: number = PAGE_SIZE_DEFAULT;
}

import { SEARCH_TEXT_MAX, type SearchQuery } from '@rollcall/admin-contracts';
import { IsString, MaxLength } from 'class-validator';

export class SearchQueryDto implements SearchQuery {
  @IsString() @MaxLength(SEARCH_TEXT_MAX) readonly q!: string;
}

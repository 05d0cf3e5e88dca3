import { Get, Query } from '@nestjs/common';
import type { SearchAnswer } from '@rollcall/admin-contracts';
import { ConsoleAuth } from '../access/access.decorators';
import { readerOf } from '../masking/who-sees';
import { ConsoleController } from '../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import { SearchQueryDto } from './search-query.dto';
import { SearchService } from './search.service';

@ConsoleController('search')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Get()
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  find(@CurrentMember() member: SignedInMember, @Query() { q }: SearchQueryDto): Promise<SearchAnswer> {
    return this.search.answer(readerOf(member), q);
  }
}

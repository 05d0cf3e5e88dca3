import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { AsOfView, PersonReveal, TimeLinePage, UserPage, UserView } from '@rollcall/admin-contracts';
import { ConsoleAuth, NeedsRecentSignIn } from '../access/access.decorators';
import { IdPipe } from '../console/id.pipe';
import { readerOf } from '../masking/who-sees';
import { ConsoleController } from '../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import {
  AsOfQueryDto,
  PersonRevealDto,
  TimeLineQueryDto,
  UserQueryDto,
  WorkValuesQueryDto,
} from './directory-query.dto';
import { PersonService } from './person.service';
import { DirectoryUsersService } from './users.service';

/** People, read-only: their source is the identity provider (A18). */
@ConsoleController('users')
export class DirectoryUsersController {
  constructor(
    private readonly users: DirectoryUsersService,
    private readonly person: PersonService,
  ) {}

  @Get()
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  list(@CurrentMember() member: SignedInMember, @Query() query: UserQueryDto): Promise<UserPage> {
    return this.users.list(readerOf(member), query);
  }

  @Get('work-values')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  workValues(@CurrentMember() { tenantId }: SignedInMember, @Query() query: WorkValuesQueryDto): Promise<string[]> {
    return this.users.valuesOf(tenantId, query);
  }

  @Get(':id')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  show(@CurrentMember() member: SignedInMember, @Param('id', IdPipe) id: string): Promise<UserView> {
    return this.person.get(readerOf(member), id);
  }

  @Get(':id/as-of')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  asOf(
    @CurrentMember() member: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Query() { at }: AsOfQueryDto,
  ): Promise<AsOfView> {
    return this.person.asOf(readerOf(member), id, new Date(at));
  }

  @Get(':id/history')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  history(
    @CurrentMember() member: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Query() { cursor }: TimeLineQueryDto,
  ): Promise<TimeLinePage> {
    return this.person.history(readerOf(member), id, cursor);
  }

  @Post(':id/reveal')
  @HttpCode(200)
  @NeedsRecentSignIn()
  @ConsoleAuth('owner', 'admin', 'support')
  reveal(
    @CurrentMember() member: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Body() wish: PersonRevealDto,
  ): Promise<PersonReveal> {
    return this.person.reveal(member, id, wish);
  }
}

import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { RequestNeighbours, RequestPage, RequestTail, RequestView } from '@rollcall/admin-contracts';
import { ConsoleAuth, NeedsRecentSignIn } from '../access/access.decorators';
import { IdPipe } from '../console/id.pipe';
import { ConsoleController } from '../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import { RequestFilterDto, RequestQueryDto, RequestTailDto, RevealDto } from './request-query.dto';
import { RequestsService } from './requests.service';

@ConsoleController('requests')
export class RequestsController {
  constructor(private readonly requests: RequestsService) {}

  @Get()
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  list(@CurrentMember() member: SignedInMember, @Query() query: RequestQueryDto): Promise<RequestPage> {
    return this.requests.list(member, query);
  }

  @Get('tail')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  tail(@CurrentMember() member: SignedInMember, @Query() query: RequestTailDto): Promise<RequestTail> {
    return this.requests.tail(member, query);
  }

  @Get(':id')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  show(@CurrentMember() member: SignedInMember, @Param('id', IdPipe) id: string): Promise<RequestView> {
    return this.requests.get(member, id);
  }

  @Get(':id/neighbours')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  neighbours(
    @CurrentMember() member: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Query() filter: RequestFilterDto,
  ): Promise<RequestNeighbours> {
    return this.requests.neighbours(member, id, filter);
  }

  /** An auditor proves that reading was logged, and reads nothing personal. */
  @Post(':id/reveal')
  @HttpCode(200)
  @NeedsRecentSignIn()
  @ConsoleAuth('owner', 'admin', 'support')
  reveal(
    @CurrentMember() member: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: RevealDto,
  ): Promise<RequestView> {
    return this.requests.reveal(member, id, reason);
  }
}

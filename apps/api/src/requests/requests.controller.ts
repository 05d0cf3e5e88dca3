import { Get, Param, Query } from '@nestjs/common';
import type { RequestPage, RequestView } from '@rollcall/admin-contracts';
import { ConsoleAuth } from '../access/access.decorators';
import { IdPipe } from '../console/id.pipe';
import { ConsoleController } from '../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import { RequestQueryDto } from './request-query.dto';
import { RequestsService } from './requests.service';

@ConsoleController('requests')
export class RequestsController {
  constructor(private readonly requests: RequestsService) {}

  @Get()
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  list(@CurrentMember() { tenantId }: SignedInMember, @Query() query: RequestQueryDto): Promise<RequestPage> {
    return this.requests.list(tenantId, query);
  }

  @Get(':id')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  show(@CurrentMember() { tenantId }: SignedInMember, @Param('id', IdPipe) id: string): Promise<RequestView> {
    return this.requests.get(tenantId, id);
  }
}

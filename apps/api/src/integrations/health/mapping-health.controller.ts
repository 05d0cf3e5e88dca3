import { Get, HttpCode, Param, Post } from '@nestjs/common';
import type { MappingHealth } from '@rollcall/admin-contracts';
import { ConsoleAuth } from '../../access/access.decorators';
import { IdPipe } from '../../console/id.pipe';
import { ConsoleController } from '../../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../../team/signed-in-member';
import { MappingHealthService } from './mapping-health.service';

@ConsoleController('integrations/:integrationId/health')
export class MappingHealthController {
  constructor(private readonly health: MappingHealthService) {}

  @Get()
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  show(
    @CurrentMember() { tenantId }: SignedInMember,
    @Param('integrationId', IdPipe) integrationId: string,
  ): Promise<MappingHealth> {
    return this.health.get({ tenantId, integrationId });
  }

  /** Changes nothing but how fresh the figures are. */
  @Post('refresh')
  @HttpCode(202)
  @ConsoleAuth('owner', 'admin', 'support')
  refresh(
    @CurrentMember() { tenantId }: SignedInMember,
    @Param('integrationId', IdPipe) integrationId: string,
  ): Promise<MappingHealth> {
    return this.health.refresh({ tenantId, integrationId });
  }
}

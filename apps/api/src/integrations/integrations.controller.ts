import { Body, Delete, Get, Header, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type {
  DeletionPreview,
  GeneratedToken,
  IntegrationSummary,
  IntegrationView,
  NameCheck,
} from '@rollcall/admin-contracts';
import { ConsoleAuth } from '../access/access.decorators';
import { IdPipe } from '../console/id.pipe';
import { ConsoleController } from '../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import { CreateIntegrationDto, DeleteIntegrationDto, NameCheckDto, UpdateIntegrationDto } from './integration.dto';
import { IntegrationsService } from './integrations.service';

@ConsoleController('integrations')
export class IntegrationsController {
  constructor(private readonly integrations: IntegrationsService) {}

  @Get()
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  list(@CurrentMember() { tenantId }: SignedInMember): Promise<IntegrationSummary[]> {
    return this.integrations.list(tenantId);
  }

  /** Asks only; a POST because a name is nothing for an address. */
  @Post('name-check')
  @HttpCode(200)
  @ConsoleAuth('owner', 'admin')
  async checkName(@CurrentMember() { tenantId }: SignedInMember, @Body() body: NameCheckDto): Promise<NameCheck> {
    return { available: await this.integrations.isNameAvailable(tenantId, body.name) };
  }

  @Post()
  @ConsoleAuth('owner', 'admin')
  @Header('cache-control', 'no-store')
  create(@CurrentMember() member: SignedInMember, @Body() body: CreateIntegrationDto): Promise<GeneratedToken> {
    return this.integrations.create(member, body);
  }

  @Get(':id')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  show(@CurrentMember() { tenantId }: SignedInMember, @Param('id', IdPipe) id: string): Promise<IntegrationView> {
    return this.integrations.get(tenantId, id);
  }

  @Patch(':id')
  @ConsoleAuth('owner', 'admin')
  update(
    @CurrentMember() member: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Body() body: UpdateIntegrationDto,
  ): Promise<IntegrationView> {
    return this.integrations.update(member, id, body);
  }

  @Get(':id/deletion')
  @ConsoleAuth('owner', 'admin')
  previewDeletion(
    @CurrentMember() { tenantId }: SignedInMember,
    @Param('id', IdPipe) id: string,
  ): Promise<DeletionPreview> {
    return this.integrations.previewDeletion(tenantId, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @ConsoleAuth('owner', 'admin')
  delete(
    @CurrentMember() member: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Body() body: DeleteIntegrationDto,
  ): Promise<void> {
    return this.integrations.delete(member, id, body.name);
  }
}

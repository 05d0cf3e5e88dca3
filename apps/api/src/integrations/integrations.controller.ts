import { Body, Delete, Get, Header, HttpCode, Param, Patch, Post } from '@nestjs/common';
import type {
  DeletedIntegration,
  DeletionPreview,
  GeneratedToken,
  IntegrationSummary,
  IntegrationView,
  NameCheck,
} from '@rollcall/admin-contracts';
import { ConsoleAuth, NeedsRecentSignIn } from '../access/access.decorators';
import { IdPipe } from '../console/id.pipe';
import { ConsoleController } from '../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import { DeletedIntegrations } from './deleted-integrations.service';
import { IntegrationPauses } from './integration-pauses.service';
import {
  CreateIntegrationDto,
  DeleteIntegrationDto,
  NameCheckDto,
  PauseDto,
  RestoreIntegrationDto,
  UpdateIntegrationDto,
} from './integration.dto';
import { IntegrationsService } from './integrations.service';

@ConsoleController('integrations')
export class IntegrationsController {
  constructor(
    private readonly integrations: IntegrationsService,
    private readonly pauses: IntegrationPauses,
    private readonly deleted: DeletedIntegrations,
  ) {}

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
  @NeedsRecentSignIn()
  @Header('cache-control', 'no-store')
  create(@CurrentMember() member: SignedInMember, @Body() body: CreateIntegrationDto): Promise<GeneratedToken> {
    return this.integrations.create(member, body);
  }

  @Get('deleted')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  listDeleted(@CurrentMember() { tenantId }: SignedInMember): Promise<DeletedIntegration[]> {
    return this.deleted.list(tenantId);
  }

  @Post('deleted/:id/restore')
  @HttpCode(200)
  @ConsoleAuth('owner', 'admin')
  restore(
    @CurrentMember() member: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Body() body: RestoreIntegrationDto,
  ): Promise<IntegrationView> {
    return this.deleted.restore(member, id, body);
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

  @Post(':id/pause')
  @HttpCode(200)
  @ConsoleAuth('owner', 'admin')
  pause(
    @CurrentMember() member: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Body() body: PauseDto,
  ): Promise<IntegrationView> {
    return this.pauses.pause(member, id, body.hours);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @ConsoleAuth('owner', 'admin')
  resume(@CurrentMember() member: SignedInMember, @Param('id', IdPipe) id: string): Promise<IntegrationView> {
    return this.pauses.resume(member, id);
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
  @NeedsRecentSignIn()
  delete(
    @CurrentMember() member: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Body() body: DeleteIntegrationDto,
  ): Promise<void> {
    return this.integrations.delete(member, id, body.name);
  }
}

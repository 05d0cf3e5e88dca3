import { Header, HttpCode, Param, Post } from '@nestjs/common';
import type { DiagnosticBundle } from '@rollcall/admin-contracts';
import { ConsoleAuth } from '../../access/access.decorators';
import { IdPipe } from '../../console/id.pipe';
import { ConsoleController } from '../../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../../team/signed-in-member';
import { DiagnosticsService } from './diagnostics.service';

@ConsoleController('integrations/:integrationId/diagnostics')
export class DiagnosticsController {
  constructor(private readonly diagnostics: DiagnosticsService) {}

  /** For everybody: it holds nothing that the page does not show. A POST because the activity log remembers it. */
  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  collect(
    @CurrentMember() member: SignedInMember,
    @Param('integrationId', IdPipe) integrationId: string,
  ): Promise<DiagnosticBundle> {
    return this.diagnostics.collect(member, integrationId);
  }
}

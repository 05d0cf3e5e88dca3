import { Body, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type {
  AffectedPerson,
  BrakeHistory,
  BrakeOutcome,
  BrakeTrip,
  BrakeTripView,
  BrakeView,
  Page,
} from '@rollcall/admin-contracts';
import { ConsoleAuth, NeedsRecentSignIn } from '../access/access.decorators';
import { IdPipe } from '../console/id.pipe';
import { ConsoleController } from '../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import { AffectedQueryDto, BrakeDecisionDto, BrakePreviewDto, BrakeThresholdDto } from './brake.dto';
import { BrakeService } from './brake.service';
import { DecisionsService } from './decisions.service';

/** The brake on mass deprovisioning (A37). */
@ConsoleController('')
export class BrakeController {
  constructor(
    private readonly brake: BrakeService,
    private readonly decisions: DecisionsService,
  ) {}

  @Get('brake/trips')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  openTrips(@CurrentMember() { tenantId }: SignedInMember): Promise<BrakeTrip[]> {
    return this.brake.openTrips(tenantId);
  }

  @Get('brake/trips/:id')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  trip(@CurrentMember() member: SignedInMember, @Param('id', IdPipe) id: string): Promise<BrakeTripView> {
    return this.brake.trip(member, id);
  }

  @Get('brake/trips/:id/people')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  people(
    @CurrentMember() { tenantId }: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Query() query: AffectedQueryDto,
  ): Promise<Page<AffectedPerson>> {
    return this.brake.people(tenantId, id, query);
  }

  @Post('brake/trips/:id/preview')
  @HttpCode(200)
  @ConsoleAuth('owner', 'admin')
  preview(
    @CurrentMember() member: SignedInMember,
    @Param('id', IdPipe) tripId: string,
    @Body() { action, personIds }: BrakePreviewDto,
  ): Promise<BrakeOutcome> {
    return this.decisions.preview(member, { tripId, action, ...(personIds ? { personIds } : {}) });
  }

  @Post('brake/trips/:id/restore')
  @HttpCode(200)
  @ConsoleAuth('owner', 'admin')
  async restore(
    @CurrentMember() member: SignedInMember,
    @Param('id', IdPipe) tripId: string,
    @Body() { expected, ...chosen }: BrakeDecisionDto,
  ): Promise<BrakeTripView> {
    await this.decisions.decide(member, { tripId, action: 'restore', ...chosen }, expected);
    return this.brake.trip(member, tripId);
  }

  @Post('brake/trips/:id/release')
  @HttpCode(200)
  @ConsoleAuth('owner', 'admin')
  @NeedsRecentSignIn()
  async release(
    @CurrentMember() member: SignedInMember,
    @Param('id', IdPipe) tripId: string,
    @Body() { expected, ...chosen }: BrakeDecisionDto,
  ): Promise<BrakeTripView> {
    await this.decisions.decide(member, { tripId, action: 'release', ...chosen }, expected);
    return this.brake.trip(member, tripId);
  }

  @Get('integrations/:id/brake')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  view(@CurrentMember() { tenantId }: SignedInMember, @Param('id', IdPipe) id: string): Promise<BrakeView> {
    return this.brake.view(tenantId, id);
  }

  @Get('integrations/:id/brake/history')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  history(
    @CurrentMember() { tenantId }: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Query() threshold: BrakeThresholdDto,
  ): Promise<BrakeHistory> {
    return this.brake.history(tenantId, id, threshold);
  }

  @Patch('integrations/:id/brake')
  @ConsoleAuth('owner', 'admin')
  @NeedsRecentSignIn()
  setThreshold(
    @CurrentMember() member: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Body() threshold: BrakeThresholdDto,
  ): Promise<BrakeView> {
    return this.brake.setThreshold(member, id, threshold);
  }
}

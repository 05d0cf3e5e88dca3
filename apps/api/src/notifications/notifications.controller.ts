import { Body, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { Channel, Delivery, NotificationsView, Page, TestResult } from '@rollcall/admin-contracts';
import { ConsoleAuth } from '../access/access.decorators';
import { IdPipe } from '../console/id.pipe';
import { PageQueryDto } from '../console/page-query.dto';
import { ConsoleController } from '../team/console-controller.decorator';
import { CurrentMember, type SignedInMember } from '../team/signed-in-member';
import { ChannelsService } from './channels.service';
import { DeliveriesService } from './deliveries.service';
import { CreateChannelDto, UpdateChannelDto, UpdateNotificationsDto } from './notification.dto';
import { TestMessages } from './test-messages.service';

/** Who is told of what (A38). */
@ConsoleController('notifications')
export class NotificationsController {
  constructor(
    private readonly channels: ChannelsService,
    private readonly deliveries: DeliveriesService,
    private readonly tests: TestMessages,
  ) {}

  @Get()
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  view(@CurrentMember() member: SignedInMember): Promise<NotificationsView> {
    return this.channels.view(member);
  }

  @Patch()
  @ConsoleAuth('owner', 'admin')
  update(@CurrentMember() member: SignedInMember, @Body() body: UpdateNotificationsDto): Promise<NotificationsView> {
    return this.channels.setLanguage(member, body.language);
  }

  @Post('mail-test')
  @HttpCode(200)
  @ConsoleAuth('owner', 'admin')
  testMail(@CurrentMember() member: SignedInMember): Promise<TestResult> {
    return this.tests.toSelf(member);
  }

  @Get('deliveries')
  @ConsoleAuth('owner', 'admin', 'support', 'auditor')
  listDeliveries(@CurrentMember() { tenantId }: SignedInMember, @Query() query: PageQueryDto): Promise<Page<Delivery>> {
    return this.deliveries.page(tenantId, query);
  }

  @Post('deliveries/:id/retry')
  @HttpCode(200)
  @ConsoleAuth('owner', 'admin')
  retry(@CurrentMember() member: SignedInMember, @Param('id', IdPipe) id: string): Promise<Delivery> {
    return this.deliveries.retry(member, id);
  }

  @Post('channels')
  @ConsoleAuth('owner', 'admin')
  create(@CurrentMember() member: SignedInMember, @Body() body: CreateChannelDto): Promise<Channel> {
    return this.channels.create(member, body);
  }

  @Patch('channels/:id')
  @ConsoleAuth('owner', 'admin')
  change(
    @CurrentMember() member: SignedInMember,
    @Param('id', IdPipe) id: string,
    @Body() body: UpdateChannelDto,
  ): Promise<Channel> {
    return this.channels.update(member, id, body);
  }

  @Delete('channels/:id')
  @HttpCode(204)
  @ConsoleAuth('owner', 'admin')
  delete(@CurrentMember() member: SignedInMember, @Param('id', IdPipe) id: string): Promise<void> {
    return this.channels.delete(member, id);
  }

  @Post('channels/:id/test')
  @HttpCode(200)
  @ConsoleAuth('owner', 'admin')
  test(@CurrentMember() member: SignedInMember, @Param('id', IdPipe) id: string): Promise<TestResult> {
    return this.tests.toChannel(member, id);
  }
}

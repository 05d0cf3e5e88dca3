import { Module } from '@nestjs/common';
import { ChannelsRepository } from './channels.repository';
import { ChannelsService } from './channels.service';
import { Courier } from './courier';
import { DeliveriesService } from './deliveries.service';
import { EgressRules } from './egress/egress-rules';
import { MailSender } from './egress/mail-sender';
import { WebhookSender } from './egress/webhook-sender';
import { NotificationDispatch } from './notification-dispatch';
import { NotificationWatch } from './notification-watch';
import { NotificationsController } from './notifications.controller';
import { OwnNotificationsController } from './own-notifications.controller';
import { OwnNotificationsRepository } from './own-notifications.repository';
import { OwnNotificationsService } from './own-notifications.service';
import { SealedAddresses } from './sealed-address';
import { TestMessages } from './test-messages.service';

/** Tells people what needs their hand (A38): a watch that notes it, an outbox, and the ways out of this machine. */
@Module({
  controllers: [NotificationsController, OwnNotificationsController],
  providers: [
    ChannelsService,
    ChannelsRepository,
    OwnNotificationsService,
    OwnNotificationsRepository,
    DeliveriesService,
    TestMessages,
    NotificationWatch,
    NotificationDispatch,
    Courier,
    MailSender,
    WebhookSender,
    EgressRules,
    SealedAddresses,
  ],
})
export class NotificationsModule {}

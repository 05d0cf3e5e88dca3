import { Injectable } from '@nestjs/common';
import type { ChannelType } from '@rollcall/admin-contracts';
import { MailSender } from './egress/mail-sender';
import type { Outcome } from './egress/outcome';
import { WebhookSender } from './egress/webhook-sender';
import { mailBody } from './render/mail';
import type { Message } from './render/message';
import { slackBody } from './render/slack';
import { teamsBody } from './render/teams';

/** Where one message goes. */
export interface Destination {
  readonly type: ChannelType;
  readonly name: string;
  readonly address: string;
}

/** Gives a message the form of its destination and sends it: the one way out of this machine. */
@Injectable()
export class Courier {
  constructor(
    private readonly mails: MailSender,
    private readonly webhooks: WebhookSender,
  ) {}

  get sendsMail(): boolean {
    return this.mails.isConfigured;
  }

  /** `id` is the same for each try of one message. Never throws for what happens outside. */
  send({ type, name, address }: Destination, message: Message, id: string): Promise<Outcome> {
    switch (type) {
      case 'email':
        return this.mails.send({ id, to: { name, address }, subject: message.subject, ...mailBody(message) });
      case 'slack':
        return this.webhooks.send(type, address, slackBody(message));
      case 'teams':
        return this.webhooks.send(type, address, teamsBody(message));
    }
  }
}

import { Injectable } from '@nestjs/common';
import { isPublicAddress } from './public-address';
import { webhookUrl, type WebhookType } from './webhook-address';

/** Where messages to webhooks may go (SEC-34). The one place that says so. */
@Injectable()
export class EgressRules {
  /** The URL to post to, or undefined when it is no webhook of the provider. */
  webhook(type: WebhookType, text: string): URL | undefined {
    return webhookUrl(type, text);
  }

  mayConnectTo(address: string): boolean {
    return isPublicAddress(address);
  }
}

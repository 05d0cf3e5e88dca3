import { Injectable } from '@nestjs/common';
import {
  NOTIFICATION_KINDS,
  type Language,
  type OwnNotifications,
  type UpdateOwnNotificationsRequest,
} from '@rollcall/admin-contracts';
import { ActivityLog } from '../activity/activity-log';
import { MailConfig } from '../config/mail.config';
import { ConsoleDatabase } from '../database/console-database';
import type { SignedInMember } from '../team/signed-in-member';
import { ChannelsRepository } from './channels.repository';
import { OwnNotificationsRepository, type OwnChoice } from './own-notifications.repository';

/** What an Owner or Admin gets by e-mail, chosen by themselves. */
@Injectable()
export class OwnNotificationsService {
  constructor(
    private readonly database: ConsoleDatabase,
    private readonly own: OwnNotificationsRepository,
    private readonly channels: ChannelsRepository,
    private readonly activity: ActivityLog,
    private readonly mail: MailConfig,
  ) {}

  view({ tenantId, id: memberId }: SignedInMember): Promise<OwnNotifications> {
    return this.database.inTenant(tenantId, async (em) =>
      this.viewOf(await this.own.find(em, { tenantId, memberId }), await this.channels.language(em, tenantId)),
    );
  }

  update(member: SignedInMember, request: UpdateOwnNotificationsRequest): Promise<OwnNotifications> {
    const key = { tenantId: member.tenantId, memberId: member.id };
    return this.database.inTenant(member.tenantId, async (em) => {
      const before = await this.own.find(em, key);
      const chosen = request.kinds ?? before.kinds;
      const after = {
        kinds: NOTIFICATION_KINDS.filter((kind) => chosen.includes(kind)),
        language: request.language === undefined ? before.language : request.language,
      };
      if (JSON.stringify(before) !== JSON.stringify(after)) {
        await this.own.save(em, key, after);
        const object = { type: 'member', id: member.id, name: member.name };
        await this.activity.record(em, member, {
          action: 'notifications.ownChanged',
          object,
          details: {
            changes: [
              { path: 'kinds', before: before.kinds, after: after.kinds },
              { path: 'language', before: before.language, after: after.language },
            ],
          },
        });
      }
      return this.viewOf(after, await this.channels.language(em, member.tenantId));
    });
  }

  private viewOf({ kinds, language }: OwnChoice, organisationLanguage: Language): OwnNotifications {
    return {
      mailConfigured: this.mail.server !== undefined,
      kinds,
      ...(language === null ? {} : { language }),
      organisationLanguage,
    };
  }
}

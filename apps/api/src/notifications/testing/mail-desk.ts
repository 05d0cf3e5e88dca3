import { givenOrganisation, type TestOrganisation } from '../../testing/organisation';
import { openDesk, type Desk } from './desk';
import { startMailServer, type MailServer } from './mail-server';
import { TestEgressRules } from './webhook-server';

export interface MailDesk {
  readonly acme: TestOrganisation;
  readonly mail: MailServer;
  readonly desk: Desk;
  stop(): Promise<void>;
}

/** An organisation that tells its people by e-mail, and the server to which the mails go. */
export async function givenMailDesk(): Promise<MailDesk> {
  const mail = await startMailServer();
  const acme = await givenOrganisation({
    ROLLCALL_SMTP_URL: mail.url,
    ROLLCALL_SMTP_FROM: 'Rollcall <rollcall@acme.example>',
    ROLLCALL_URL: 'http://rollcall.acme.example',
  });
  const desk = await openDesk(acme, new TestEgressRules('', false));
  return {
    acme,
    mail,
    desk,
    stop: async () => {
      await acme.stop();
      await mail.stop();
    },
  };
}

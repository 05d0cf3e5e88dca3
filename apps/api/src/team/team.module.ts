import { Global, Module } from '@nestjs/common';
import { AccessRefusals } from './access-refusals';
import { AccountController } from './account.controller';
import { AccountService } from './account.service';
import { InvitationController } from './invitation.controller';
import { InvitationsRepository } from './invitations.repository';
import { InvitationsService } from './invitations.service';
import { MembersRepository } from './members.repository';
import { PasswordCheck } from './password-check';
import { PasswordHasher } from './password-hasher';
import { SessionController } from './session.controller';
import { SessionCookie } from './session-cookie';
import { Sessions } from './sessions.service';
import { SessionViews } from './session-views';
import { SetupController } from './setup.controller';
import { SetupService } from './setup.service';
import { SignInService } from './sign-in.service';
import { TeamController } from './team.controller';
import { TeamService } from './team.service';

/** Console people: set-up, sign-in, sessions, roles. Global, because every feature's controllers ask for the session. */
@Global()
@Module({
  controllers: [SessionController, SetupController, TeamController, InvitationController, AccountController],
  providers: [
    Sessions,
    SessionCookie,
    SessionViews,
    SignInService,
    SetupService,
    MembersRepository,
    PasswordHasher,
    PasswordCheck,
    TeamService,
    InvitationsService,
    InvitationsRepository,
    AccountService,
    AccessRefusals,
  ],
  exports: [Sessions, SessionCookie, SetupService, AccessRefusals],
})
export class TeamModule {}

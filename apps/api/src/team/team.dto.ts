import {
  EMAIL_MAX,
  PERSON_NAME_MAX,
  TENANT_NAME_MAX,
  ROLES,
  type AcceptInvitationRequest,
  type ChangePasswordRequest,
  type ChangeRoleRequest,
  type ConfirmRequest,
  type InviteRequest,
  type OpenInvitationRequest,
  type RenameAccountRequest,
  type Role,
  type SetupRequest,
  type SignInRequest,
} from '@rollcall/admin-contracts';
import { Transform } from 'class-transformer';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';

/** Far above what passwords may have; the rules themselves answer with a sentence. */
const PASSWORD_READ_MAX = 1024;
const NOT_BLANK = /\S/;
const CONTROL = /^[^\p{Cc}]*$/u;
const EMAIL = /^[^@\s]{1,64}@[^@\s]{1,255}$/;

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

function all(...rules: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => rules.forEach((rule) => rule(target, property));
}

/** The last rule is checked first. */
function IsPersonName(): PropertyDecorator {
  return all(
    Transform(trimmed),
    IsString(),
    Matches(NOT_BLANK, { message: 'Enter your name.' }),
    Matches(CONTROL, { message: 'Leave out line breaks and other control characters.' }),
    MaxLength(PERSON_NAME_MAX, { message: `Use at most ${PERSON_NAME_MAX} characters.` }),
  );
}

function IsEmailAddress(): PropertyDecorator {
  return all(
    Transform(trimmed),
    IsString(),
    Matches(EMAIL, { message: 'Enter an e-mail address.' }),
    MaxLength(EMAIL_MAX, { message: `Use at most ${EMAIL_MAX} characters.` }),
  );
}

function IsNewPassword(): PropertyDecorator {
  return all(IsString(), MaxLength(PASSWORD_READ_MAX, { message: 'Use at most 256 characters.' }));
}

export class SignInDto implements SignInRequest {
  @IsString() @MaxLength(EMAIL_MAX) readonly email!: string;
  @IsString() @MaxLength(PASSWORD_READ_MAX) readonly password!: string;
}

export class ConfirmDto implements ConfirmRequest {
  @IsString() @MaxLength(PASSWORD_READ_MAX) readonly password!: string;
}

export class SetupDto implements SetupRequest {
  @IsString() @MaxLength(200) readonly setupToken!: string;

  @IsString()
  @Matches(NOT_BLANK, { message: 'Enter the name of your organisation.' })
  @MaxLength(TENANT_NAME_MAX, { message: `Use at most ${TENANT_NAME_MAX} characters.` })
  readonly tenantName!: string;

  @IsPersonName() readonly name!: string;
  @IsEmailAddress() readonly email!: string;
  @IsNewPassword() readonly password!: string;
}

export class InviteDto implements InviteRequest {
  @IsEmailAddress() readonly email!: string;
  @IsIn(ROLES) readonly role!: Role;
}

export class ChangeRoleDto implements ChangeRoleRequest {
  @IsIn(ROLES) readonly role!: Role;
}

export class OpenInvitationDto implements OpenInvitationRequest {
  @IsString() @MaxLength(200) readonly invitationToken!: string;
}

export class AcceptInvitationDto extends OpenInvitationDto implements AcceptInvitationRequest {
  @IsPersonName() readonly name!: string;
  @IsNewPassword() readonly password!: string;
}

export class RenameAccountDto implements RenameAccountRequest {
  @IsPersonName() readonly name!: string;
}

export class ChangePasswordDto implements ChangePasswordRequest {
  @IsString() @MaxLength(PASSWORD_READ_MAX) readonly password!: string;
  @IsNewPassword() readonly newPassword!: string;
}

import {
  EMAIL_MAX,
  PERSON_NAME_MAX,
  TENANT_NAME_MAX,
  type SetupRequest,
  type SignInRequest,
} from '@rollcall/admin-contracts';
import { IsString, Matches, MaxLength } from 'class-validator';

/** Far above what passwords may have; the rules themselves answer with a sentence. */
const PASSWORD_READ_MAX = 1024;
const NOT_BLANK = /\S/;
const EMAIL = /^[^@\s]{1,64}@[^@\s]{1,255}$/;

export class SignInDto implements SignInRequest {
  @IsString() @MaxLength(EMAIL_MAX) readonly email!: string;
  @IsString() @MaxLength(PASSWORD_READ_MAX) readonly password!: string;
}

export class SetupDto implements SetupRequest {
  @IsString() @MaxLength(200) readonly setupToken!: string;

  @IsString()
  @Matches(NOT_BLANK, { message: 'Enter the name of your organisation.' })
  @MaxLength(TENANT_NAME_MAX, { message: `Use at most ${TENANT_NAME_MAX} characters.` })
  readonly tenantName!: string;

  @IsString()
  @Matches(NOT_BLANK, { message: 'Enter your name.' })
  @MaxLength(PERSON_NAME_MAX, { message: `Use at most ${PERSON_NAME_MAX} characters.` })
  readonly name!: string;

  @IsString()
  @Matches(EMAIL, { message: 'Enter an e-mail address.' })
  @MaxLength(EMAIL_MAX, { message: `Use at most ${EMAIL_MAX} characters.` })
  readonly email!: string;

  @IsString() @MaxLength(PASSWORD_READ_MAX, { message: 'Use at most 256 characters.' }) readonly password!: string;
}

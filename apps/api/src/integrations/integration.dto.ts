import {
  INTEGRATION_NAME_MAX,
  PAUSE_HOURS,
  PROVIDERS,
  type CreateIntegrationRequest,
  type DeleteIntegrationRequest,
  type NameCheckRequest,
  type PauseHours,
  type PauseRequest,
  type Provider,
  type RestoreIntegrationRequest,
  type UpdateIntegrationRequest,
} from '@rollcall/admin-contracts';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { IsTokenEnd } from '../tokens/token.dto';

const NOT_BLANK = /\S/;
const CONTROL = /^[^\p{Cc}]*$/u;

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

/** The rules of a name, counted without the blanks around it (A04). The last one is checked first. */
function IsIntegrationName(): PropertyDecorator {
  const rules = [
    Transform(trimmed),
    IsString({ message: 'Enter a name.' }),
    Matches(NOT_BLANK, { message: 'Enter a name.' }),
    Matches(CONTROL, { message: 'Leave out line breaks and other control characters.' }),
    MaxLength(INTEGRATION_NAME_MAX, { message: `Use at most ${INTEGRATION_NAME_MAX} characters.` }),
  ];
  return (target, property) => rules.forEach((rule) => rule(target, property));
}

export class CreateIntegrationDto implements CreateIntegrationRequest {
  @IsIntegrationName() readonly name!: string;
  @IsIn(PROVIDERS) readonly provider!: Provider;
  @ValidateIf((body: CreateIntegrationDto) => body.tokenExpiresAt !== undefined)
  @IsTokenEnd()
  readonly tokenExpiresAt?: string;
}

export class NameCheckDto implements NameCheckRequest {
  @IsIntegrationName() readonly name!: string;
}

/** Absent means unchanged; null is no name. */
export class UpdateIntegrationDto implements UpdateIntegrationRequest {
  @ValidateIf((body: UpdateIntegrationDto) => body.name !== undefined) @IsIntegrationName() readonly name?: string;
  @IsOptional() @IsIn(PROVIDERS) readonly provider?: Provider;
}

export class DeleteIntegrationDto implements DeleteIntegrationRequest {
  @IsString() @MaxLength(1000) readonly name!: string;
}

export class PauseDto implements PauseRequest {
  @IsIn(PAUSE_HOURS) readonly hours!: PauseHours;
}

export class RestoreIntegrationDto implements RestoreIntegrationRequest {
  @ValidateIf((body: RestoreIntegrationDto) => body.name !== undefined) @IsIntegrationName() readonly name?: string;
}

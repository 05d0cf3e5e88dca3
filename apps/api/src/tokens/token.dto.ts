import {
  ROTATION_OVERLAPS,
  TOKEN_LIFE_DAYS_MAX,
  type RotateTokenRequest,
  type RotationOverlap,
  type UpdateTokenRequest,
} from '@rollcall/admin-contracts';
import { IsIn, isISO8601, ValidateBy, ValidateIf } from 'class-validator';

const DAY_MS = 86_400_000;

/** A moment ahead, in ISO 8601 with its time zone, at most TOKEN_LIFE_DAYS_MAX days away. */
export function IsTokenEnd(): PropertyDecorator {
  return ValidateBy({
    name: 'isTokenEnd',
    validator: {
      validate: isTokenEnd,
      defaultMessage: () => 'Choose an end in the future, at most ten years ahead.',
    },
  });
}

function isTokenEnd(value: unknown): boolean {
  if (typeof value !== 'string' || !isISO8601(value, { strict: true }) || !/(Z|[+-]\d\d:\d\d)$/.test(value))
    return false;
  const daysAhead = (Date.parse(value) - Date.now()) / DAY_MS;
  return daysAhead > 0 && daysAhead <= TOKEN_LIFE_DAYS_MAX;
}

export class RotateTokenDto implements RotateTokenRequest {
  @IsIn(ROTATION_OVERLAPS) readonly overlap!: RotationOverlap;
  @ValidateIf((body: RotateTokenDto) => body.expiresAt !== undefined) @IsTokenEnd() readonly expiresAt?: string;
}

export class UpdateTokenDto implements UpdateTokenRequest {
  @ValidateIf((body: UpdateTokenDto) => body.expiresAt !== null) @IsTokenEnd() readonly expiresAt!: string | null;
}

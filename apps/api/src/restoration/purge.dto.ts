import { PURGE_REASON_MAX, type PausePurgeRequest } from '@rollcall/admin-contracts';
import { Transform } from 'class-transformer';
import { IsString, Matches, MaxLength } from 'class-validator';

export class PausePurgeDto implements PausePurgeRequest {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString({ message: 'Say why.' })
  @Matches(/\S/, { message: 'Say why.' })
  @Matches(/^[^\p{Cc}]*$/u, { message: 'Leave out line breaks and other control characters.' })
  @MaxLength(PURGE_REASON_MAX, { message: `Use at most ${PURGE_REASON_MAX} characters.` })
  readonly reason!: string;
}

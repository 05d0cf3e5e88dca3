import { ROTATION_OVERLAPS, type RotateTokenRequest, type RotationOverlap } from '@rollcall/admin-contracts';
import { IsIn } from 'class-validator';

export class RotateTokenDto implements RotateTokenRequest {
  @IsIn(ROTATION_OVERLAPS) readonly overlap!: RotationOverlap;
}

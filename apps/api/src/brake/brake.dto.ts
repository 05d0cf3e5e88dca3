import {
  BRAKE_EFFECTS,
  BRAKE_PEOPLE_MIN,
  BRAKE_PERCENT,
  type AffectedQuery,
  type BrakeAction,
  type BrakeDecisionRequest,
  type BrakeEffect,
  type BrakeOutcome,
  type BrakePreviewRequest,
  type BrakeThreshold,
} from '@rollcall/admin-contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PageQueryDto, SEARCH_MAX } from '../console/page-query.dto';

const PEOPLE_CHOSEN_MAX = 10_000;

export class BrakeThresholdDto implements BrakeThreshold {
  @Type(() => Number) @IsInt() @Min(BRAKE_PEOPLE_MIN.min) @Max(BRAKE_PEOPLE_MIN.max) readonly peopleMin!: number;
  @Type(() => Number)
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(BRAKE_PERCENT.min)
  @Max(BRAKE_PERCENT.max)
  readonly percent!: number;
}

export class AffectedQueryDto extends PageQueryDto implements AffectedQuery {
  @IsOptional() @IsIn(BRAKE_EFFECTS) readonly effect?: BrakeEffect;
  @IsOptional() @IsString() @MaxLength(SEARCH_MAX) readonly search?: string;
}

class ChosenPeopleDto {
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PEOPLE_CHOSEN_MAX)
  @IsUUID(undefined, { each: true })
  readonly personIds?: readonly string[];
}

export class BrakePreviewDto extends ChosenPeopleDto implements BrakePreviewRequest {
  @IsIn(['release', 'restore']) readonly action!: BrakeAction;
}

/** The figures that the person saw; the refusals themselves are told again by the result. */
class ExpectedOutcomeDto implements BrakeOutcome {
  @IsInt() @Min(0) readonly people!: number;
  @IsInt() @Min(0) readonly released!: number;
  @IsInt() @Min(0) readonly restored!: number;
  @IsInt() @Min(0) readonly reactivated!: number;
  @IsInt() @Min(0) readonly identities!: number;
  @IsInt() @Min(0) readonly memberships!: number;
  @IsInt() @Min(0) readonly groups!: number;
  @IsInt() @Min(0) readonly unchanged!: number;
  @IsInt() @Min(0) readonly refused!: number;
  @IsArray() readonly refusals: BrakeOutcome['refusals'] = [];
}

export class BrakeDecisionDto extends ChosenPeopleDto implements Omit<BrakeDecisionRequest, 'action'> {
  @ValidateNested() @Type(() => ExpectedOutcomeDto) readonly expected!: ExpectedOutcomeDto;
}

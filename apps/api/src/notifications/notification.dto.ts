import {
  CHANNEL_NAME_MAX,
  CHANNEL_TYPES,
  LANGUAGES,
  NOTIFICATION_KINDS,
  WEBHOOK_URL_MAX,
  type ChannelType,
  type CreateChannelRequest,
  type Language,
  type NotificationKind,
  type UpdateChannelRequest,
  type UpdateNotificationsRequest,
  type UpdateOwnNotificationsRequest,
} from '@rollcall/admin-contracts';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';

const INTEGRATIONS_MAX = 200;
const NOT_BLANK = /\S/;
const CONTROL = /^[^\p{Cc}]*$/u;

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

function all(...rules: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => rules.forEach((rule) => rule(target, property));
}

/** Absent means unchanged; null is no value. */
const IfGiven = (): PropertyDecorator =>
  ValidateIf((body: Readonly<Record<string, unknown>>, value: unknown) => value !== undefined);

const IfNotNull = (): PropertyDecorator =>
  ValidateIf((body: Readonly<Record<string, unknown>>, value: unknown) => value !== undefined && value !== null);

/** The last rule is checked first. */
const IsChannelName = (): PropertyDecorator =>
  all(
    Transform(trimmed),
    IsString({ message: 'Enter a name.' }),
    Matches(NOT_BLANK, { message: 'Enter a name.' }),
    Matches(CONTROL, { message: 'Leave out line breaks and other control characters.' }),
    MaxLength(CHANNEL_NAME_MAX, { message: `Use at most ${CHANNEL_NAME_MAX} characters.` }),
  );

/** What it must be besides depends on the type of the channel. */
const IsAddress = (): PropertyDecorator => all(Transform(trimmed), IsString(), MaxLength(WEBHOOK_URL_MAX));

const AreKinds = (): PropertyDecorator =>
  all(
    IsArray(),
    ArrayUnique(),
    ArrayMinSize(1, { message: 'Choose at least one.' }),
    IsIn(NOTIFICATION_KINDS, { each: true }),
  );

const AreIntegrations = (): PropertyDecorator =>
  all(
    IsArray(),
    ArrayUnique(),
    ArrayMinSize(1, { message: 'Choose at least one.' }),
    ArrayMaxSize(INTEGRATIONS_MAX),
    IsUUID('all', { each: true }),
  );

export class CreateChannelDto implements CreateChannelRequest {
  @IsIn(CHANNEL_TYPES) readonly type!: ChannelType;
  @IsChannelName() readonly name!: string;
  @IsAddress() readonly address!: string;
  @AreKinds() readonly kinds!: NotificationKind[];
  @IfGiven() @AreIntegrations() readonly integrationIds?: string[];
}

export class UpdateChannelDto implements UpdateChannelRequest {
  @IfGiven() @IsChannelName() readonly name?: string;
  @IfGiven() @IsAddress() readonly address?: string;
  @IfGiven() @IsBoolean() readonly enabled?: boolean;
  @IfGiven() @AreKinds() readonly kinds?: NotificationKind[];
  @IfNotNull() @AreIntegrations() readonly integrationIds?: string[] | null;
}

export class UpdateNotificationsDto implements UpdateNotificationsRequest {
  @IsIn(LANGUAGES) readonly language!: Language;
}

export class UpdateOwnNotificationsDto implements UpdateOwnNotificationsRequest {
  @IfGiven() @IsArray() @ArrayUnique() @IsIn(NOTIFICATION_KINDS, { each: true }) readonly kinds?: NotificationKind[];
  @IfNotNull() @IsIn(LANGUAGES) readonly language?: Language | null;
}

import { isJsonObject, type Json, type JsonObject } from '../messages/json';
import type { Trail } from '../messages/note';
import { requireObject } from '../messages/read-json';
import { invalidSyntax, quoted } from '../messages/scim-error';
import type { Attribute, ResourceType } from './definitions';
import { MEMBERS } from './group';
import { getOwnFolded, isPrototypeName, type MutableJsonObject, setOwn } from './own-property';
import { readMembers } from './members';
import type { MemberReference, ScimResource } from './resource';
import { matchSchemaUrn, resolveAttribute } from './resolve-attribute';
import { type ListedSchemas, readSchemas } from './schemas-attribute';
import { type AttributesByName, type ExtensionIndex, indexOf, type TypeIndex } from './type-index';
import { isUrn, keepUnknownExtension } from './unknown-extension';
import { isBlank, isTaken, ValueReader } from './value-reader';

/** A resource that a client sent, in canonical form. */
export interface ReadResource {
  readonly resource: ScimResource;
  /** Also in `resource`. */
  readonly externalId?: string;
  /** Of a group; undefined when the client did not name the attribute. */
  readonly members?: readonly MemberReference[];
  /** Core attributes that the client sent as null or empty, so that no default takes their place (RFC 7644 §3.3). */
  readonly cleared: readonly string[];
}

/**
 * Reads the body of a POST or PUT by the type's schema (RFC 7643 §2, §3, §7). What is ours alone to write is ignored, an unknown core
 * attribute too, with a note; data of unknown extensions is kept; texts are never refused for their format.
 *
 * Errors, in this order: 400 invalidSyntax for the message and its `schemas`; 400 invalidValue that lists all wrong types, then all
 * missing required attributes.
 */
export function readResource(type: ResourceType, body: Json, trail: Trail): ReadResource {
  const sent = requireObject(body);
  const listed = readSchemas(type, getOwnFolded(sent, 'schemas'));
  return new ResourceReader(type, trail).read(sent, listed);
}

class ResourceReader {
  private readonly index: TypeIndex;
  private readonly values: ValueReader;
  private readonly core: MutableJsonObject = {};
  private readonly extensions = new Map<string, MutableJsonObject>();
  private readonly unknownExtensions = new Map<string, JsonObject>();
  private readonly cleared: string[] = [];
  private members: readonly MemberReference[] | undefined;

  constructor(
    private readonly type: ResourceType,
    trail: Trail,
  ) {
    this.index = indexOf(type);
    this.values = new ValueReader(trail);
  }

  read(sent: JsonObject, listed: ListedSchemas): ReadResource {
    for (const name of Object.keys(sent)) {
      const value = sent[name];
      if (value !== undefined) this.readMember(sent, name, value);
    }
    this.values.throwProblems();
    const resource = this.assemble(listed);
    this.checkRequired(resource);
    this.values.throwProblems();
    const { externalId } = resource;
    return {
      resource,
      ...(typeof externalId === 'string' ? { externalId } : {}),
      ...(this.members ? { members: this.members } : {}),
      cleared: this.cleared,
    };
  }

  private readMember(sent: JsonObject, name: string, value: Json): void {
    const folded = name.toLowerCase();
    if (folded === 'schemas') return;
    const attribute = this.index.attributes.get(folded);
    if (attribute) return this.readAttribute(attribute, sent, name, value);
    const extension = this.index.extensions.get(folded);
    if (extension) return this.readExtension(extension, value);
    if (folded === this.index.coreUrn) {
      throw invalidSyntax(`${quoted(name)}: attributes of the core schema stand on the top level, not below its URN`);
    }
    if (!this.readQualified(name, value)) this.readUnknown(name, value);
  }

  private readAttribute(attribute: Attribute, sent: JsonObject, name: string, value: Json): void {
    if (!isTaken(attribute)) return this.ignore(attribute);
    if (attribute === MEMBERS) {
      this.members = this.readMembers(value);
      return;
    }
    const read = this.values.read(attribute, value, attribute.name, sent, name);
    if (read === undefined) this.cleared.push(attribute.name);
    else this.core[attribute.name] = read;
  }

  private readMembers(value: Json): readonly MemberReference[] | undefined {
    if (value === null || Array.isArray(value)) return readMembers(value, 'members');
    this.values.problem('members: expected a list');
    return undefined;
  }

  /** Every client sends back `meta`, so that alone is not worth a note. */
  private ignore(attribute: Attribute): void {
    if (attribute.name === 'meta') return;
    if (attribute.mutability === 'readOnly') {
      this.values.note('ignored', 'readOnly', `${attribute.name} is read-only and was ignored.`);
    } else {
      this.values.note('ignored', 'neverStored', `${attribute.name} was accepted, and dropped without being stored.`);
    }
  }

  private readExtension({ schema, attributes }: ExtensionIndex, value: Json): void {
    if (value === null) return;
    if (!isJsonObject(value)) {
      this.values.problem(`${schema.id}: expected an object`);
      return;
    }
    for (const name of Object.keys(value)) {
      const each = value[name];
      if (each !== undefined) this.readExtensionAttribute(schema.id, attributes, value, name, each);
    }
  }

  private readExtensionAttribute(
    urn: string,
    attributes: AttributesByName,
    holder: JsonObject,
    name: string,
    value: Json,
  ): void {
    const attribute = attributes.get(name.toLowerCase());
    if (!attribute) {
      this.keepUnknown(urn, name, value);
    } else if (isTaken(attribute)) {
      const read = this.values.read(attribute, value, `${urn}:${attribute.name}`, holder, name);
      if (read !== undefined) this.extensionData(urn)[attribute.name] = read;
    } else {
      this.ignore(attribute);
    }
  }

  /** What a provider adds to an extension is the provider's: kept and echoed as it was sent, as by PATCH (B07, B12). */
  private keepUnknown(urn: string, name: string, value: Json): void {
    const kept = isPrototypeName(name) ? undefined : keepUnknownExtension({ [name]: value })?.[name];
    if (kept !== undefined) setOwn(this.extensionData(urn), name, kept);
  }

  /** Some clients write `"{urn}:department":"Maths"` on the top level, as in a PATCH. */
  private readQualified(name: string, value: Json): boolean {
    if (!matchSchemaUrn(this.type, name)) return false;
    const path = resolveAttribute(this.type, name);
    if (!path || path.subAttribute || path.attribute === MEMBERS || !isTaken(path.attribute)) return false;
    const target = path.extension === undefined ? this.core : this.extensionData(path.extension);
    if (target[path.attribute.name] !== undefined)
      throw invalidSyntax(`${quoted(name)} stands there twice, once unqualified`);
    const read = this.values.read(path.attribute, value, name);
    if (read !== undefined) target[path.attribute.name] = read;
    this.values.note('rewritten', 'qualifiedKey', `${quoted(name)} was read as the attribute of that schema.`);
    return true;
  }

  private readUnknown(name: string, value: Json): void {
    const isExtension = isUrn(name) && isJsonObject(value) && !matchSchemaUrn(this.type, name);
    if (!isExtension) {
      if (isUrn(name) && value === null) return;
      this.values.note(
        'ignored',
        'unknownAttribute',
        `${quoted(name)} is no attribute of a ${this.type.name} and was ignored.`,
      );
      return;
    }
    const kept = keepUnknownExtension(value);
    if (kept) this.unknownExtensions.set(name, kept);
  }

  private extensionData(urn: string): MutableJsonObject {
    const known = this.extensions.get(urn);
    if (known) return known;
    const created: MutableJsonObject = {};
    this.extensions.set(urn, created);
    return created;
  }

  /** `schemas` first, then core attributes, then extensions; a registered one stays listed without data (RFC 7643 §3.3). */
  private assemble(listed: ListedSchemas): ScimResource {
    const schemas = [this.type.schema.id];
    const resource: MutableJsonObject = { schemas };
    Object.assign(resource, this.core);
    for (const [folded, { schema }] of this.index.extensions) {
      const data = this.extensions.get(schema.id);
      const hasData = data !== undefined && Object.keys(data).length > 0;
      if (hasData) resource[schema.id] = data;
      if (hasData || listed.has(folded)) schemas.push(schema.id);
    }
    for (const [urn, data] of this.unknownExtensions) {
      schemas.push(urn);
      resource[urn] = data;
    }
    return resource;
  }

  private checkRequired(resource: ScimResource): void {
    for (const attribute of this.index.required) {
      if (isTaken(attribute) && isBlank(resource[attribute.name])) this.values.problem(`${attribute.name}: required`);
    }
    for (const { schema, required, attributes } of this.index.extensions.values()) {
      const data = resource[schema.id];
      if (required && data === undefined) this.values.problem(`${schema.id}: required`);
      else if (isJsonObject(data)) this.checkRequiredOf(schema.id, attributes, data);
    }
  }

  private checkRequiredOf(urn: string, attributes: AttributesByName, data: JsonObject): void {
    for (const attribute of attributes.values()) {
      if (attribute.required && isTaken(attribute) && isBlank(data[attribute.name])) {
        this.values.problem(`${urn}:${attribute.name}: required`);
      }
    }
  }
}

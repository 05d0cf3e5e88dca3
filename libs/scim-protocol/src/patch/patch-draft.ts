import { isJsonObject, type JsonObject } from '../messages/json';
import type { Trail } from '../messages/note';
import type { PatchOperation } from '../messages/patch-request';
import { invalidPath, invalidValue, quoted, ScimError } from '../messages/scim-error';
import type { ResourceType } from '../schema/definitions';
import type { ScimResource } from '../schema/resource';
import { isTaken } from '../schema/value-reader';
import { type AttributeEdit, editAttribute } from './edit-attribute';
import { ListWork } from './list-work';
import { checkEcho } from './read-only-echo';
import { valueAt, withoutExtension, withValueAt } from './resource-edit';
import { editSchemas } from './schemas-edit';
import { type Step, stepsOf } from './steps';
import { type AttributeTarget, resolveTarget } from './target';
import { describedValues, openValues } from './values';

/** What a step did to something that is not kept in the resource, such as a group's members; false when it is none of those. */
export type StepElsewhere = (step: Step, target: AttributeTarget) => boolean;

/** A resource while the operations of one PATCH are applied to it, each to the result of the one before (RFC 7644 §3.5.2). */
export class PatchDraft {
  private resource: ScimResource;
  private readonly work = new ListWork();

  /** `readOnly` has what the service itself keeps of the resource: id, meta, groups. */
  constructor(
    private readonly type: ResourceType,
    current: ScimResource,
    private readonly trail: Trail,
    private readonly readOnly: JsonObject,
    private readonly applyElsewhere: StepElsewhere = () => false,
  ) {
    this.resource = current;
  }

  get result(): ScimResource {
    return this.resource;
  }

  /** Errors: whatever is wrong with the operation, said of it by its number. */
  apply(operation: PatchOperation): void {
    try {
      for (const step of stepsOf(operation)) this.applyStep(step);
    } catch (error) {
      throw error instanceof ScimError ? error.atOperation(operation.index) : error;
    }
  }

  private applyStep(step: Step): void {
    const target = resolveTarget(this.type, step.path, this.resource, step.value);
    switch (target.kind) {
      case 'unknown':
        throw invalidPath(`${quoted(step.path)} names no attribute of a ${this.type.name}.`);
      case 'extension':
        this.editExtension(step, target.extension);
        return;
      case 'attribute':
        this.editAttribute(step, target);
    }
  }

  private editAttribute(step: Step, target: AttributeTarget): void {
    const { attribute, extension } = target;
    if (step.isPathless && attribute.mutability === 'readOnly') {
      this.ignoreEcho(step, attribute.name);
    } else if (attribute.mutability !== 'readOnly' && !isTaken(attribute)) {
      this.note(step, 'neverStored', `${attribute.name} was accepted, and dropped without being stored.`);
    } else if (extension === undefined && attribute.name === 'schemas') {
      if (!step.isPathless) this.resource = editSchemas(this.type, this.resource, this.editOf(step, target));
    } else if (!this.applyElsewhere(step, target)) {
      const place = { extension, name: attribute.name };
      const before = valueAt(this.resource, place);
      this.work.count(step, target, before);
      const edited = editAttribute(before, this.editOf(step, target));
      this.resource = withValueAt(this.type, this.resource, place, edited);
    }
  }

  private ignoreEcho(step: Step, name: string): void {
    checkEcho(name, step.value ?? null, this.readOnly);
    this.note(step, 'readOnly', `${name} is read-only and was ignored.`);
  }

  private note(step: Step, rule: string, message: string): void {
    this.trail.add({ kind: 'ignored', rule, message, operation: step.operation });
  }

  private editOf(step: Step, target: AttributeTarget): AttributeEdit {
    return {
      op: step.op,
      target,
      value: step.value,
      where: step.path,
      values: target.isOpen ? openValues : describedValues(this.trail, step.operation),
      note: (note) => {
        this.trail.add({ ...note, operation: step.operation });
      },
    };
  }

  /** All of an extension (P-23): an object is merged, as with any complex value; null and remove take it away. */
  private editExtension(step: Step, extension: string): void {
    if (step.op === 'remove' || step.value === null) {
      this.resource = withoutExtension(this.type, this.resource, extension);
      return;
    }
    if (!isJsonObject(step.value)) throw invalidValue(`${step.path} needs an object of the extension's attributes.`);
    for (const [name, value] of Object.entries(step.value)) {
      this.applyStep({ ...step, path: `${extension}:${name}`, value: value });
    }
  }
}

import type { ResourceType, Schema } from './definitions';
import { DISCOVERY_SCHEMAS } from './discovery-schemas';

/**
 * The resource types of a service and the schemas that they are made of, those of discovery included (RFC 7643 §6, §7). Adding a type is
 * adding data. Throws when two types or two schemas share a name that has to be one's own.
 */
export class SchemaRegistry {
  readonly resourceTypes: readonly ResourceType[];
  readonly schemas: readonly Schema[];
  private readonly types = new Map<string, ResourceType>();
  private readonly endpoints = new Map<string, ResourceType>();
  private readonly urns = new Map<string, Schema>();

  constructor(resourceTypes: readonly ResourceType[]) {
    this.resourceTypes = resourceTypes;
    for (const type of resourceTypes) {
      claim(this.types, type.name, type);
      claim(this.endpoints, type.endpoint, type);
      for (const schema of [type.schema, ...type.extensions.map((extension) => extension.schema)])
        this.addSchema(schema);
    }
    for (const schema of DISCOVERY_SCHEMAS) this.addSchema(schema);
    this.schemas = [...this.urns.values()];
  }

  /** "/Users"; endpoints are case-sensitive, as paths are. */
  byEndpoint(endpoint: string): ResourceType | undefined {
    return this.endpoints.get(endpoint);
  }

  /** "User", its id as well. */
  byName(name: string): ResourceType | undefined {
    return this.types.get(name);
  }

  /** By URN, in any letter case. */
  schema(urn: string): Schema | undefined {
    return this.urns.get(urn.toLowerCase());
  }

  /** One extension may belong to several types. */
  private addSchema(schema: Schema): void {
    const key = schema.id.toLowerCase();
    if (this.urns.get(key) !== schema) claim(this.urns, key, schema);
  }
}

function claim<Value>(values: Map<string, Value>, key: string, value: Value): void {
  if (values.has(key)) throw new Error(`${key} is registered twice`);
  values.set(key, value);
}

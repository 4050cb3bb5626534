/** The named schemas: what the OpenAPI document lists as components. */
import { z } from 'zod';

export const components = z.registry<{ id: string }>();

/** A schema that the OpenAPI document knows by this name. */
export function named<S extends z.ZodType>(id: string, schema: S): S {
  components.add(schema, { id });
  return schema;
}

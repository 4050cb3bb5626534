/** One thing about an enterprise, as declared in knowledge/facts.yaml. Owned with src/eligibility. */
import { z } from 'zod';

export const factSchema = z.looseObject({ type: z.string() });
export type Fact = z.infer<typeof factSchema>;

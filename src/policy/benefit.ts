/** What a measure grants, as data: DESIGN's rule form. Owned with src/eligibility. */
import { z } from 'zod';

// First form: the eligibility room narrows this.
export const benefitSchema = z.looseObject({ benefit: z.string(), quote: z.string() });
export type Benefit = z.infer<typeof benefitSchema>;

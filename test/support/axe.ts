/** What is wrong with a page for those who do not see it or use no mouse, in the words of axe-core: rule and place. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** By the rules of WCAG A and AA and its best practices. */
export async function findings(page: Page): Promise<string[]> {
  // The page's own policy forbids scripts from outside: axe is run by the debugger, not by the page.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(options: { resultTypes: string[] }): Promise<{
          violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
        }>;
      };
    };
    // Every rule is tried; where each one holds need not be described.
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((n) => `${id}: ${n.html.slice(0, 120)} ${n.failureSummary}`),
    );
  });
}

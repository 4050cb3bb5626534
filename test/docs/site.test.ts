/** Every link of the docs leads somewhere, on the site and in the repository. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { buildSite, navigation, pageNames } from '../support/build-site.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const site = mkdtempSync(join(tmpdir(), 'huiqi-site-'));
afterAll(() => rmSync(site, { recursive: true, force: true }));
buildSite(site);

const papers = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'benchmark/README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
].filter((paper) => existsSync(join(root, paper)));

describe('in the repository', () => {
  test.each(papers)('every link of %s leads to a file', (paper) => {
    const text = readFileSync(join(root, paper), 'utf8').replaceAll(/```[\s\S]*?```/gu, '');
    for (const { groups } of text.matchAll(/\]\((?<href>[^)\s]+)\)/gu)) {
      const href = groups!.href!;
      if (/^(?:https?:|#)/u.test(href)) continue;
      expect(existsSync(join(root, dirname(paper), href.split('#')[0]!)), href).toBe(true);
    }
  });
});

describe('on the site', () => {
  test.each(pageNames())('every link of %s inside the site leads to a page and a heading of it', (name) => {
    const html = readFileSync(join(site, `${name}.html`), 'utf8');
    for (const { groups } of html.matchAll(/(?:href|src)="(?<href>[^"]+)"/gu)) {
      const href = decodeURIComponent(groups!.href!);
      if (/^https?:/u.test(href) || href.startsWith('../')) continue;
      const [file, anchor] = href.split('#');
      const target = join(site, file || `${name}.html`);
      expect(existsSync(target), href).toBe(true);
      if (anchor) expect(readFileSync(target, 'utf8'), href).toContain(`id="${anchor}"`);
    }
  });

  test('every page is in the navigation', () => {
    expect(navigation().sort()).toEqual(pageNames().sort());
  });

  test('nothing is loaded from another origin, and no markup slips in', () => {
    for (const name of pageNames()) {
      const html = readFileSync(join(site, `${name}.html`), 'utf8');
      expect(html).not.toMatch(/(?:src|<link[^>]*href)="(?:https?:)?\/\//u);
      expect(html).not.toContain('<script');
    }
  });
});

import { expect, test } from 'vitest';
import { ROUTES } from '../../api/index.ts';
import { createTestApi } from './support.ts';

interface Schema {
  $ref?: string;
}
interface OpenApi {
  openapi: string;
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        responses: Record<string, object>;
        parameters: { name: string; in: string; required: boolean }[];
      }
    >
  >;
  components: { schemas: Record<string, Schema> };
}

const api = createTestApi();
const document = (await (await api.hono.request('/openapi.json')).json()) as OpenApi;

/** Every $ref, however deep. */
function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === '$ref' && typeof part === 'string' ? [part] : refsIn(part),
  );
}

test('every route of the router stands in the document, and every path of the document in the router', () => {
  const mounted = api.hono.routes
    .filter(({ path, method }) => path.startsWith('/v1') && !path.includes('*') && method !== 'ALL')
    .map(({ path, method }) => `${method.toLowerCase()} ${path.replaceAll(/:(?<name>\w+)/gu, '{$<name>}')}`);
  const written = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(mounted.length).toBeGreaterThanOrEqual(12);
  expect([...new Set(mounted)].sort()).toEqual(written.sort());
});

test('it is OpenAPI 3.1: every reference leads somewhere, every parameter of a path is told, every id is its own', () => {
  expect(document.openapi).toBe('3.1.0');
  const refs = refsIn(document);
  expect(refs.length).toBeGreaterThan(50);
  for (const ref of refs) {
    expect(ref.startsWith('#/components/schemas/')).toBe(true);
    expect(document.components.schemas).toHaveProperty([ref.slice('#/components/schemas/'.length)]);
  }
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, operation })),
  );
  for (const { path, operation } of operations) {
    const named = [...path.matchAll(/\{(?<name>\w+)\}/gu)].map(({ groups }) => groups!.name);
    const told = operation.parameters.filter((one) => one.in === 'path');
    expect(told.map(({ name }) => name)).toEqual(named);
    expect(told.every(({ required }) => required)).toBe(true);
    expect(Object.keys(operation.responses)).toEqual(
      expect.arrayContaining(['200', '400', '401', '403', '429', '500']),
    );
  }
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test('/docs shows every route and takes nothing from elsewhere', async () => {
  const response = await api.hono.request('/docs');
  const page = await response.text();
  for (const { path, summary } of ROUTES) {
    expect(page).toContain(path);
    expect(page).toContain(summary);
  }
  expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u);
  expect(page).not.toContain('<script');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
});

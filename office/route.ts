/** A route of the console: a method, a path, who may use it, and what it answers. The table of all of them is what a test walks. */
import type { Context } from 'hono';
import type { Permission, Session } from '../src/service/index.ts';
import type { Desk } from './desk.ts';
import type { Form } from './form.ts';

/** anyone: before signing in; officer: whoever is signed in. */
export type Needs = Permission | 'anyone' | 'officer';

export interface Asked {
  c: Context;
  form: Form;
  /** Of the path: ':name'. */
  param(name: string): string;
  query(name: string): string;
}
export interface AskedByOfficer extends Asked {
  officer: Session;
}

type Answer<A extends Asked> = (asked: A, desk: Desk) => Response | Promise<Response>;

export interface Route {
  method: 'get' | 'post';
  path: string;
  needs: Needs;
  /** Bytes of a post; 64 KB unless said otherwise. */
  bodyBytes?: number;
  answer: Answer<AskedByOfficer>;
}

/** For those who are signed in and hold the permission. */
export const get = (path: string, needs: Permission | 'officer', answer: Answer<AskedByOfficer>): Route => ({
  method: 'get',
  path,
  needs,
  answer,
});
export const post = (
  path: string,
  needs: Permission | 'officer',
  answer: Answer<AskedByOfficer>,
  bodyBytes?: number,
): Route => ({ method: 'post', path, needs, answer, ...(bodyBytes !== undefined && { bodyBytes }) });

/** For those who are not signed in: there is no officer to be asked for. */
export const open = (method: Route['method'], path: string, answer: Answer<Asked>): Route => ({
  method,
  path,
  needs: 'anyone',
  answer,
});

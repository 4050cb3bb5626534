/**
 * Statements that run with every message, built and compiled once: Kysely takes longer to put one together than SQLite to
 * run it. What differs from run to run is a named parameter.
 */
import type { Compilable, CompiledQuery, QueryResult } from 'kysely';
import type { Engine } from './engine/engine.ts';
import type { OpenTransaction } from './schema.ts';

/** Stands for a value while the statement is built. */
class Parameter {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Answers a parameter to whatever name it is asked for. Typed as the values, so that the columns are checked. */
const parameters = new Proxy({}, { get: (_, name) => new Parameter(String(name)) });

interface Compiled<O> {
  query: CompiledQuery<O>;
  /** In the order of the text: the name of a parameter, or a value that is always the same. */
  order: readonly unknown[];
}

export type Run<V extends object, O> = (
  transaction: OpenTransaction,
  engine: Engine,
  values: V,
) => Promise<QueryResult<O>>;

/** `build` must not look at its values: it is given placeholders, and runs once for each engine. */
export function statement<V extends object, O>(
  build: (transaction: OpenTransaction, values: V, engine: Engine) => Compilable<O>,
): Run<V, O> {
  const compiled = new WeakMap<Engine, Compiled<O>>();

  function compile(transaction: OpenTransaction, engine: Engine): Compiled<O> {
    const query = build(transaction, parameters as V, engine).compile();
    const made = { query, order: query.parameters };
    compiled.set(engine, made);
    return made;
  }

  return (transaction, engine, values) => {
    const { query, order } = compiled.get(engine) ?? compile(transaction, engine);
    const given = order.map((one) => (one instanceof Parameter ? values[one.name as keyof V] : one));
    return transaction.executeQuery<O>({ ...query, parameters: given });
  };
}

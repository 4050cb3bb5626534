/**
 * Statements that run with every message, built and compiled once: Kysely takes longer to put one together than SQLite to
 * run it. What differs from run to run is a named parameter.
 */
import { type Compilable, type CompiledQuery, type OperationNodeSource, type QueryResult, sql } from 'kysely';
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

type Build<V extends object, O> = (transaction: OpenTransaction, values: V, engine: Engine) => Compilable<O>;

/** `build` must not look at its values: it is given placeholders, and runs once for each engine. */
export function statement<V extends object, O>(build: Build<V, O>): Run<V, O> {
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

/** A query that changes rows and gives none back. */
export type Write = Compilable<unknown> & OperationNodeSource & { execute(): Promise<unknown> };

/** Writes that see nothing of one another: where the server is a wire away as one statement, else one after the other. */
export function writingTogether<V extends object>(
  ...builds: ((transaction: OpenTransaction, values: V, engine: Engine) => Write)[]
): (transaction: OpenTransaction, engine: Engine, values: V) => Promise<void> {
  const each = builds.map((build) => statement(build));
  const atOnce = statement<V, unknown>((transaction, values, engine) =>
    inOne(
      transaction,
      builds.map((build) => build(transaction, values, engine)),
    ),
  );
  return async (transaction, engine, values) => {
    for (const run of engine.isOverWire ? [atOnce] : each) await run(transaction, engine, values);
  };
}

/** The same for writes whose text differs from run to run. */
export async function writeTogether(
  transaction: OpenTransaction,
  engine: Engine,
  writes: readonly Write[],
): Promise<void> {
  const isMany = engine.isOverWire && writes.length > 1;
  for (const write of isMany ? [inOne(transaction, writes)] : writes) await write.execute();
}

/** with w0 as (insert …), w1 as (update …) select 1 */
const inOne = (transaction: OpenTransaction, writes: readonly Write[]): Write =>
  writes
    .reduce(
      (begun, write, place) => begun.with(`w${place}`, () => write as never),
      transaction as Pick<OpenTransaction, 'with' | 'selectNoFrom'>,
    )
    .selectNoFrom(sql`1`.as('done'));

/** Places on a PostgreSQL that hold a store without rows, used one test after the other: to make all its tables takes longer than most tests. */
import pg from 'pg';
import { openStore } from '../../src/store/index.ts';
import type { PostgresServer } from './postgres.ts';

export interface EmptiedPlaces {
  /** The address of one that nobody else uses. */
  take(): Promise<string>;
  /** All that were taken are given back. */
  giveBack(): Promise<void>;
}

export function emptiedPlaces(server: () => Promise<PostgresServer>): EmptiedPlaces {
  const free: string[] = [];
  const taken: string[] = [];
  return {
    async take() {
      const place = free.pop() ?? (await made(server));
      taken.push(place);
      return place;
    },
    async giveBack() {
      for (const place of taken.splice(0)) {
        await empty(place);
        free.push(place);
      }
    },
  };
}

async function made(server: () => Promise<PostgresServer>): Promise<string> {
  const databaseUrl = await (await server()).freshDatabase();
  await (await openStore({ databaseUrl })).close();
  return databaseUrl;
}

/** Of every table but the one that tells the format; counting begins anew. */
const EMPTY = `do $$
declare one record;
begin
  set local session_replication_role = replica;
  for one in select tablename from pg_tables where schemaname = current_schema and tablename <> 'migration' loop
    execute format('delete from %I', one.tablename);
  end loop;
  for one in select sequencename from pg_sequences where schemaname = current_schema loop
    execute format('alter sequence %I restart', one.sequencename);
  end loop;
end $$`;

async function empty(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(EMPTY);
  await client.end();
}

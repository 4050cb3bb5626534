/**
 * Backup of PostgreSQL as JSON lines, all of one office and one moment: a head `{"huiqi":"backup","version":n,"at":ms}`, a line `["table",{row}]` for each row,
 * an end `{"rows":n}` by which a cut-off file is known.
 */
import { open } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import { rowsAtOnce, TABLE_NAMES, type Tables } from '../schema.ts';

export async function dumpTo(db: Kysely<Tables>, office: string, file: string, at: number): Promise<void> {
  const target = await open(file, 'wx', 0o600);
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (transaction) => {
        const newest = await transaction
          .selectFrom('migration')
          .select((e) => e.fn.max('version').as('version'))
          .executeTakeFirst();
        await target.write(`${JSON.stringify({ huiqi: 'backup', version: newest?.version ?? 0, at })}\n`);
        let rows = 0;
        for (const table of TABLE_NAMES) {
          await sql`declare page no scroll cursor for select * from ${sql.table(table)}
            where office = ${sql.lit(office)}`.execute(transaction);
          for (;;) {
            const page = await sql`fetch ${sql.lit(rowsAtOnce(table))} from page`.execute(transaction);
            if (page.rows.length === 0) break;
            rows += page.rows.length;
            await target.write(page.rows.map((row) => `${JSON.stringify([table, row])}\n`).join(''));
          }
          await sql`close page`.execute(transaction);
        }
        await target.write(`${JSON.stringify({ rows })}\n`);
      });
    await target.sync();
  } finally {
    await target.close();
  }
}

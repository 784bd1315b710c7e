// Which database a connection or transaction speaks to, where their SQL differs.
import { PostgresAdapter } from 'kysely';
import type { Db } from './store.js';

export function isPostgres(db: Db): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

@Injectable()
export class HealthQueries {
  constructor(private readonly database: Database) {}

  /** Asks a table, not only the server: a database that nobody has migrated cannot work either. */
  async ask(): Promise<void> {
    await this.database.query('select 1 from outbox limit 1');
  }
}

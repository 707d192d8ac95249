import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import { Database } from '#platform';
import type { CaseAccess } from './case-access.js';

/** Who has looked at what is known of people. Rows can only be added; see migration 0012. */
@Injectable()
export class CaseAccessLog {
  constructor(private readonly database: Database) {}

  /** Reads, and notes it in the same transaction: what cannot be noted is not told. */
  reading<Read>(
    pactId: string,
    access: CaseAccess,
    read: () => Promise<Read>,
    shown: (read: Read) => readonly string[],
  ): Promise<Read> {
    const actor = { principal: access.principalId, request: access.requestId };
    return this.database.transaction(async () => {
      const result = await read();
      await this.note(pactId, access, shown(result));
      return result;
    }, actor);
  }

  /** Part of a transaction of the caller. */
  async note(pactId: string, access: CaseAccess, participants: readonly string[]): Promise<void> {
    const { operation, purpose, principalId, requestId } = access;
    await this.database.in(pactId).query(
      `insert into case_data_access (pact_id, id, operation, purpose, principal_id, request_id, participants)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [pactId, uuidv7(), operation, purpose, principalId, requestId, [...new Set(participants)]],
    );
  }
}

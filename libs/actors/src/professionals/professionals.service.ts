import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import { Created, Database, invalidRequest, notFound, Resource, versionMismatch } from '#platform';
import type { ProfessionalPatch, ProfessionalRequest } from './professional.dto.js';
import { repeatedEndorsements } from './professional.rules.js';
import { ProfessionalsQueries } from './professionals.queries.js';

type Endorsements = ProfessionalRequest['endorsements'];

/** A professional of a pact, in the version that the caller saw. */
interface Seen {
  readonly id: string;
  readonly version: number;
}

/** The register of professionals: named people, who can be taken out of it again and leave nothing behind. */
@Injectable()
export class ProfessionalsService {
  constructor(
    private readonly database: Database,
    private readonly queries: ProfessionalsQueries,
  ) {}

  create(pactId: string, request: ProfessionalRequest): Promise<Created> {
    checkEndorsements(request.endorsements);
    const id = uuidv7();
    return this.database.transaction(async () => {
      await this.database.in(pactId).query(
        `insert into professional (pact_id, id, name, roles, member_id, email, phone, qualifications, territory,
           registered_on, until_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          pactId,
          id,
          request.name,
          request.roles,
          request.memberId ?? null,
          request.email ?? null,
          request.phone ?? null,
          JSON.stringify(request.qualifications),
          request.territory ?? [],
          request.registeredOn,
          request.untilOn ?? null,
        ],
      );
      await this.endorse(pactId, id, request.endorsements);
      return new Created(`/v1/pacts/${pactId}/professionals/${id}`, await this.get(pactId, id));
    });
  }

  async get(pactId: string, id: string): Promise<Resource> {
    const row = await this.queries.show(pactId, id);
    if (row === undefined) throw notFound();
    return new Resource(row.body, row.version);
  }

  change(pactId: string, seen: Seen, patch: ProfessionalPatch): Promise<Resource> {
    checkEndorsements(patch.endorsements ?? []);
    return this.database.transaction(async () => {
      await this.write(pactId, seen, patch);
      if (patch.endorsements !== undefined) await this.endorse(pactId, seen.id, patch.endorsements);
      return this.get(pactId, seen.id);
    });
  }

  /** Takes a person out of the register, with all that was known of it. */
  async erase(pactId: string, { id, version }: Seen): Promise<void> {
    const erased = await this.database
      .in(pactId)
      .query('delete from professional where pact_id = $1 and id = $2 and version = $3 returning 1', [
        pactId,
        id,
        version,
      ]);
    if (erased.length > 0) return;
    await this.get(pactId, id);
    throw versionMismatch();
  }

  /** What the patch does not name stays; null takes away. */
  private async write(pactId: string, { id, version }: Seen, patch: ProfessionalPatch): Promise<void> {
    const { qualifications } = patch;
    const columns = Object.entries({
      name: patch.name,
      roles: patch.roles,
      member_id: patch.memberId,
      email: patch.email,
      phone: patch.phone,
      qualifications: qualifications && JSON.stringify(qualifications),
      territory: patch.territory,
      until_on: patch.untilOn,
    }).filter(([, value]) => value !== undefined);
    const sets = columns.map(([name], index) => `${name} = $${index + 4}, `).join('');
    const changed = await this.database.in(pactId).query(
      `update professional set ${sets}version = version + 1, updated_at = now()
       where pact_id = $1 and id = $2 and version = $3 returning 1`,
      [pactId, id, version, ...columns.map(([, value]) => value)],
    );
    if (changed.length > 0) return;
    await this.get(pactId, id);
    throw versionMismatch();
  }

  private async endorse(pactId: string, id: string, endorsements: Endorsements): Promise<void> {
    const asked = this.database.in(pactId);
    await asked.query('delete from professional_endorsement where pact_id = $1 and professional_id = $2', [
      pactId,
      id,
    ]);
    await asked.query(
      `insert into professional_endorsement (pact_id, professional_id, member_id, endorsed_on)
       select $1, $2, member_id, endorsed_on from unnest($3::uuid[], $4::date[]) as e (member_id, endorsed_on)`,
      [pactId, id, endorsements.map((each) => each.memberId), endorsements.map((each) => each.endorsedOn)],
    );
  }
}

function checkEndorsements(endorsements: Endorsements): void {
  const repeated = repeatedEndorsements(endorsements);
  if (repeated.length === 0) return;
  const detail = 'This member vouches already.';
  throw invalidRequest(
    repeated.map((place) => ({ pointer: `/endorsements/${place}/memberId`, code: 'duplicate-item', detail })),
  );
}

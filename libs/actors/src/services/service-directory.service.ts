import { Injectable } from '@nestjs/common';
import { Database, instantJson, Streamed } from '#platform';
import { hsdsServicesOf, type ServiceProvider } from './hsds.rules.js';
import { nameBasedId } from './name-based-id.js';

/** Actors read at a time. */
const STRETCH = 100;

const MEDIA_TYPE = 'application/json; charset=utf-8';

/** What the members of a pact offer, as other directories take it over. */
@Injectable()
export class ServiceDirectory {
  constructor(private readonly database: Database) {}

  /** All services, in one page that is sent as it is read. What cannot be read is told before anything is sent. */
  async export(pactId: string): Promise<Streamed> {
    const first = await this.providers(pactId, undefined);
    return new Streamed(MEDIA_TYPE, this.parts(pactId, first));
  }

  /** A page of the Open Referral API that holds everything. Its numbers come last: they are known then. */
  private async *parts(pactId: string, first: readonly ServiceProvider[]): AsyncGenerator<string> {
    let size = 0;
    yield '{"contents":[';
    for (let read = first; read.length > 0; read = await this.providers(pactId, read.at(-1)?.id)) {
      const services = read.flatMap((provider) => hsdsServicesOf(provider, nameBasedId));
      yield (size > 0 ? ',' : '') + services.map((service) => JSON.stringify(service)).join(',');
      size += services.length;
    }
    yield `],"total_items":${size},"total_pages":1,"page_number":1,"size":${size},"first_page":true,"last_page":true,`;
    yield `"empty":${size === 0}}`;
  }

  /** Members that offer something and have not left, from the one after this on. */
  private providers(pactId: string, after: string | undefined): Promise<ServiceProvider[]> {
    return this.database.in(pactId).query(
      `select a.id, a.name, a.kind, a.competences, a.territory, a.web_page as "webPage", a.services,
         ${instantJson('a.updated_at')} as "updatedAt"
       from membership m join actor a on a.id = m.actor_id
       where m.pact_id = $1 and m.state <> 'withdrawn' and a.services <> '[]' and ($2::uuid is null or a.id > $2)
       order by a.id limit ${STRETCH}`,
      [pactId, after ?? null],
    );
  }
}

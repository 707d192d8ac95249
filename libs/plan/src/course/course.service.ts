import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { todayInRome, uuidv7 } from '#kernel';
import { allowedMoves, PactsService, transitionNotAllowed } from '#pacts';
import { Created, Database, invalidRequest, Resource } from '#platform';
import { measureNotRunning } from '../measures/measure.problems.js';
import { nextMeasureStates, takesProgress } from '../measures/measure.rules.js';
import { checkResponsible, MeasuresService } from '../measures/measures.service.js';
import { MeasuresStore } from '../measures/measures.store.js';
import type { MeasureProgressRequest, MeasureTransitionRequest } from './course.dto.js';
import { CourseQueries } from './course.queries.js';

/** How a measure moves from state to state, and how far it has come. */
@Injectable()
export class CourseService {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
    private readonly measures: MeasuresService,
    private readonly store: MeasuresStore,
    private readonly queries: CourseQueries,
  ) {}

  move(
    pactId: string,
    id: string,
    request: MeasureTransitionRequest,
    principal: Principal,
  ): Promise<Resource> {
    return this.database.transaction(async () => {
      await this.pacts.keepOpen(pactId);
      const { state } = await this.measures.hold(pactId, id);
      if (!nextMeasureStates(state).includes(request.to)) {
        throw transitionNotAllowed({ detail: allowedMoves(state, nextMeasureStates(state)) });
      }
      await this.store.move(pactId, id, { ...request, from: state, madeBy: principal.id });
      return this.measures.get(pactId, id);
    });
  }

  report(
    pactId: string,
    measureId: string,
    { onDay, doneShare, note }: MeasureProgressRequest,
    principal: Principal,
  ): Promise<Created> {
    return this.database.transaction(async () => {
      await this.pacts.keepOpen(pactId);
      const held = await this.measures.hold(pactId, measureId);
      checkResponsible(held, principal);
      if (!takesProgress(held.state)) throw measureNotRunning();
      if (onDay > todayInRome()) throw inFuture('/onDay');
      const id = uuidv7();
      await this.database.in(pactId).query(
        `insert into measure_progress (pact_id, id, measure_id, on_day, done_share, note, recorded_by)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [pactId, id, measureId, onDay, doneShare, note ?? null, principal.id],
      );
      await this.store.touch(pactId, measureId);
      const body = await this.queries.progressEntry(pactId, id);
      return new Created(`/v1/pacts/${pactId}/measures/${measureId}/progress`, new Resource(body));
    });
  }
}

const inFuture = (pointer: string) =>
  invalidRequest([{ pointer, code: 'in-future', detail: 'This day has not come yet.' }]);

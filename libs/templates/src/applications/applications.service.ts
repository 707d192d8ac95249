import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { PactsService } from '#pacts';
import { Database, Resource, type Language } from '#platform';
import type { TemplateDocument } from '../format/template.dto.js';
import { countsOf, sayingsOf, stepsOf, type Compared, type Step } from './application.rules.js';
import type { ApplicationAnswer, ApplicationRequest } from './application.dto.js';
import { ApplicationsStore } from './applications.store.js';
import { compare } from './comparison.js';
import { PactContentQueries } from './pact-content.queries.js';
import { RequestedTemplate } from './requested-template.js';

/** What is to be applied, and for whom. */
interface Task {
  readonly pactId: string;
  readonly template: TemplateDocument;
  readonly language: Language;
  readonly by: string;
}

/** Brings templates to pacts. Applying one again changes nothing and says so. */
@Injectable()
export class ApplicationsService {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
    private readonly requested: RequestedTemplate,
    private readonly content: PactContentQueries,
    private readonly store: ApplicationsStore,
  ) {}

  /** Applications to one pact come one after the other, so the second sees what the first has made. */
  apply(pactId: string, request: ApplicationRequest, principal: Principal): Promise<Resource> {
    const { language = 'it', dryRun = false } = request;
    const task = { pactId, template: this.requested.of(request), language, by: principal.id };
    return this.database.transaction(async () => {
      await this.pacts.holdOpen(pactId);
      const compared = await compare(this.content, pactId, task.template, language);
      const steps = stepsOf(compared);
      const id = dryRun ? undefined : await this.bring(task, compared, steps);
      const { code: template, version: templateVersion } = task.template;
      const answer: ApplicationAnswer = {
        ...(id !== undefined && { id }),
        template,
        templateVersion,
        language,
        dryRun,
        counts: countsOf(steps),
        items: steps.map(toldOf),
      };
      return new Resource(JSON.stringify(answer));
    });
  }

  /** The id of the application; none where the template has nothing to say that was not said. */
  private async bring(
    task: Task,
    compared: readonly Compared[],
    steps: readonly Step[],
  ): Promise<string | undefined> {
    const { pactId, template, language, by } = task;
    const written = await this.store.write(pactId, compared, steps, by);
    const sayings = sayingsOf(compared, written);
    if (sayings.length === 0) return undefined;
    const { code, version } = template;
    const counts = countsOf(steps);
    return this.store.note(
      pactId,
      { template: code, templateVersion: version, language, counts, appliedBy: by },
      sayings,
    );
  }
}

const toldOf = ({ part, item, outcome, reason, fields }: Step): ApplicationAnswer['items'][number] => ({
  part,
  code: item.key,
  outcome,
  ...(reason && { reason }),
  ...(fields && { fields: [...fields] }),
});

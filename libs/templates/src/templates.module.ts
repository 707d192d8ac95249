import { Module } from '@nestjs/common';
import { PactsModule } from '#pacts';
import { ApplicationsController } from './applications/applications.controller.js';
import { ApplicationsQueries } from './applications/applications.queries.js';
import { ApplicationsService } from './applications/applications.service.js';
import { ApplicationsStore } from './applications/applications.store.js';
import { ExportService } from './applications/export.service.js';
import { PactContentQueries } from './applications/pact-content.queries.js';
import { RequestedTemplate } from './applications/requested-template.js';
import { Prompts } from './prompts/prompts.queries.js';
import { PromptsController } from './prompts/prompts.controller.js';
import { TemplateCatalogue } from './template-catalogue.js';
import { TemplatesController } from './templates.controller.js';

/** Plans to begin with. Which indicators there are is asked of whoever provides `IndicatorCodes`. */
@Module({
  imports: [PactsModule],
  controllers: [TemplatesController, ApplicationsController, PromptsController],
  providers: [
    { provide: TemplateCatalogue, useFactory: () => TemplateCatalogue.load() },
    ApplicationsService,
    ApplicationsStore,
    ApplicationsQueries,
    ExportService,
    PactContentQueries,
    RequestedTemplate,
    Prompts,
  ],
})
export class TemplatesModule {}

import { Module } from '@nestjs/common';
import { PactsModule } from '#pacts';
import { AgendaChanges } from './agenda-changes.js';
import './agenda.problems.js';
import { EntriesService } from './entries/entries.service.js';
import { EntriesStore } from './entries/entries.store.js';
import { AgendaFindingsController } from './findings/findings.controller.js';
import { AgendaFindingsQueries } from './findings/findings.queries.js';
import { DerivationQueries } from './objectives/derivation.queries.js';
import { DerivationService } from './objectives/derivation.service.js';
import { ObjectiveLinksController } from './objectives/objective-links.controller.js';
import { ObjectiveTreeController } from './objectives/objective-tree.controller.js';
import { ObjectiveTreeService } from './objectives/objective-tree.service.js';
import { ObjectivesController } from './objectives/objectives.controller.js';
import { StrategiesController } from './objectives/strategies.controller.js';
import { ProblemLinksController } from './problems/problem-links.controller.js';
import { ProblemTreeController } from './problems/problem-tree.controller.js';
import { ProblemsController } from './problems/problems.controller.js';
import { PillarsController } from './results/pillars.controller.js';
import { ResultsController } from './results/results.controller.js';
import { StakeholderHistoryController } from './stakeholders/stakeholder-history.controller.js';
import { StakeholdersController } from './stakeholders/stakeholders.controller.js';
import { StakeholdersQueries } from './stakeholders/stakeholders.queries.js';
import { StakeholdersService } from './stakeholders/stakeholders.service.js';
import { StakeholdersStore } from './stakeholders/stakeholders.store.js';
import { SurveyQueries } from './survey/survey.queries.js';
import { SurveyService } from './survey/survey.service.js';
import { SwotController } from './survey/swot.controller.js';
import { TerritoryController } from './survey/territory.controller.js';
import { Drawings } from './trees/formats/drawings.js';
import { LinksQueries } from './trees/links.queries.js';
import { LinksService } from './trees/links.service.js';
import { TreesService } from './trees/trees.service.js';
import { TreesStore } from './trees/trees.store.js';

@Module({
  imports: [PactsModule],
  controllers: [
    ProblemsController,
    ProblemLinksController,
    ProblemTreeController,
    ObjectivesController,
    ObjectiveLinksController,
    ObjectiveTreeController,
    StrategiesController,
    PillarsController,
    ResultsController,
    SwotController,
    TerritoryController,
    StakeholdersController,
    StakeholderHistoryController,
    AgendaFindingsController,
  ],
  providers: [
    AgendaChanges,
    EntriesService,
    EntriesStore,
    TreesService,
    TreesStore,
    LinksService,
    LinksQueries,
    Drawings,
    DerivationService,
    DerivationQueries,
    ObjectiveTreeService,
    SurveyService,
    SurveyQueries,
    StakeholdersService,
    StakeholdersQueries,
    StakeholdersStore,
    AgendaFindingsQueries,
  ],
})
export class AgendaModule {}

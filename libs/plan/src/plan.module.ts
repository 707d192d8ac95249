import { Module } from '@nestjs/common';
import { PactsModule } from '#pacts';
import { CourseController } from './course/course.controller.js';
import { CourseQueries } from './course/course.queries.js';
import { CourseService } from './course/course.service.js';
import { CallsController } from './funding/calls.controller.js';
import { CallsQueries } from './funding/calls.queries.js';
import { CallsService } from './funding/calls.service.js';
import { LinesController } from './funding/lines.controller.js';
import { LinesQueries } from './funding/lines.queries.js';
import { LinesService } from './funding/lines.service.js';
import { ProgrammesController } from './funding/programmes.controller.js';
import { ProgrammesQueries } from './funding/programmes.queries.js';
import { ProgrammesService } from './funding/programmes.service.js';
import './grids/grid.problems.js';
import { GridsController } from './grids/grids.controller.js';
import { GridsQueries } from './grids/grids.queries.js';
import { GridsService } from './grids/grids.service.js';
import { ExpendituresController } from './ledger/expenditures.controller.js';
import { ExpendituresQueries } from './ledger/expenditures.queries.js';
import { ExpendituresService } from './ledger/expenditures.service.js';
import { MeasureReferences } from './measures/measure-references.js';
import { MeasuresController } from './measures/measures.controller.js';
import { MeasuresQueries } from './measures/measures.queries.js';
import { MeasuresService } from './measures/measures.service.js';
import { MeasuresStore } from './measures/measures.store.js';
import { OpenQuestionsController } from './questions/open-questions.controller.js';
import { OpenQuestionsQueries } from './questions/open-questions.queries.js';
import { VouchersController } from './vouchers/vouchers.controller.js';
import { VouchersQueries } from './vouchers/vouchers.queries.js';
import { VouchersService } from './vouchers/vouchers.service.js';

/** What will be done and paid. Which indicators there are is asked of whoever provides `IndicatorCodes`. */
@Module({
  imports: [PactsModule],
  controllers: [
    // Before the measures: its address looks like that of a measure.
    OpenQuestionsController,
    MeasuresController,
    CourseController,
    ProgrammesController,
    CallsController,
    LinesController,
    ExpendituresController,
    VouchersController,
    GridsController,
  ],
  providers: [
    OpenQuestionsQueries,
    MeasuresService,
    MeasuresQueries,
    MeasuresStore,
    MeasureReferences,
    CourseService,
    CourseQueries,
    ProgrammesService,
    ProgrammesQueries,
    CallsService,
    CallsQueries,
    LinesService,
    LinesQueries,
    ExpendituresService,
    ExpendituresQueries,
    VouchersService,
    VouchersQueries,
    GridsService,
    GridsQueries,
  ],
})
export class PlanModule {}

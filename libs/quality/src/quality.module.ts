import { Module } from '@nestjs/common';
import { IntakeModule } from '#intake';
import { QualityCheck } from './check/quality-check.js';
import { FindingsController } from './findings/findings.controller.js';
import { FindingsQueries } from './findings/findings.queries.js';
import { FindingsService } from './findings/findings.service.js';
import { QUALITY_HANDLERS } from './quality.handlers.js';
import { DataQualityController } from './report/data-quality.controller.js';
import { DataQualityQueries } from './report/data-quality.queries.js';
import { QualityRulesController } from './report/quality-rules.controller.js';

@Module({
  imports: [IntakeModule],
  controllers: [DataQualityController, FindingsController, QualityRulesController],
  providers: [DataQualityQueries, FindingsQueries, FindingsService, QualityCheck, ...QUALITY_HANDLERS],
  exports: [QualityCheck, ...QUALITY_HANDLERS],
})
export class QualityModule {}

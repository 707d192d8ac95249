import { Module } from '@nestjs/common';
import { PactsModule } from '#pacts';
import { BodiesController } from './bodies/bodies.controller.js';
import { BodiesTable } from './bodies/bodies.queries.js';
import { BodiesService } from './bodies/bodies.service.js';
import { BodyMembersController } from './bodies/body-members.controller.js';
import { BodyMembersTable } from './bodies/body-members.queries.js';
import { BodyMembersService } from './bodies/body-members.service.js';
import { CadenceController } from './cadence/cadence.controller.js';
import { CadenceService } from './cadence/cadence.service.js';
import { ConsultationsController } from './consultations/consultations.controller.js';
import { ConsultationsTable, ContributionsTable } from './consultations/consultations.queries.js';
import { ConsultationsService } from './consultations/consultations.service.js';
import { ContributionsController } from './consultations/contributions.controller.js';
import { ContributionsService } from './consultations/contributions.service.js';
import { ActionsController } from './decisions/actions.controller.js';
import { ActionsService } from './decisions/actions.service.js';
import { DecisionsController } from './decisions/decisions.controller.js';
import { ActionsTable, DecisionsTable } from './decisions/decisions.queries.js';
import { DecisionsService } from './decisions/decisions.service.js';
import { EffectsQueries } from './decisions/effects.queries.js';
import { MandatesController } from './mandates/mandates.controller.js';
import { MandatesTable } from './mandates/mandates.queries.js';
import { MandatesService } from './mandates/mandates.service.js';
import { AttendanceService } from './meetings/attendance.service.js';
import { MeetingsController } from './meetings/meetings.controller.js';
import { MeetingsTable } from './meetings/meetings.queries.js';
import { MeetingsService } from './meetings/meetings.service.js';
import { ProposalsController } from './proposals/proposals.controller.js';
import { ProposalsTable } from './proposals/proposals.queries.js';
import { ProposalsService } from './proposals/proposals.service.js';
import { VotesController } from './proposals/votes.controller.js';
import { VotesTable } from './proposals/votes.queries.js';
import { VotesService } from './proposals/votes.service.js';
import { VotingDay } from './proposals/voting-day.js';
import { VotingService } from './proposals/voting.service.js';
import './references.problems.js';

const BODIES = [BodiesTable, BodiesService, BodyMembersTable, BodyMembersService];
const MEETINGS = [MeetingsTable, MeetingsService, AttendanceService];
const VOTES = [ProposalsTable, ProposalsService, VotesTable, VotesService, VotingService, VotingDay];
const DECISIONS = [DecisionsTable, DecisionsService, ActionsTable, ActionsService, EffectsQueries];
const CONSULTATIONS = [ConsultationsTable, ConsultationsService, ContributionsTable, ContributionsService];

/** Who decides in a pact, how, what was decided and what came of it; and who was asked before. */
@Module({
  imports: [PactsModule],
  controllers: [
    BodiesController,
    BodyMembersController,
    MandatesController,
    MeetingsController,
    ProposalsController,
    VotesController,
    DecisionsController,
    ActionsController,
    ConsultationsController,
    ContributionsController,
    CadenceController,
  ],
  providers: [
    ...BODIES,
    MandatesTable,
    MandatesService,
    ...MEETINGS,
    ...VOTES,
    ...DECISIONS,
    ...CONSULTATIONS,
    CadenceService,
  ],
  exports: [DecisionsTable],
})
export class GovernanceModule {}

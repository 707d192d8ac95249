import { PlatformAndIdentity1760000000001 } from './0001-platform-and-identity.js';
import { ActorsAndPacts1760000000002 } from './0002-actors-and-pacts.js';
import { Commitments1760000000003 } from './0003-commitments.js';
import { PathwaysAndIntake1760000000004 } from './0004-pathways-and-intake.js';
import { IndicatorsAndMonitoring1760000000005 } from './0005-indicators-and-monitoring.js';
import { Rights1760000000006 } from './0006-rights.js';
import { People1760000000007 } from './0007-people.js';
import { ApiKeyLife1760000000008 } from './0008-api-key-life.js';
import { RequestCounts1760000000009 } from './0009-request-counts.js';
import { Audit1760000000010 } from './0010-audit.js';
import { IdentityApart1760000000011 } from './0011-identity-apart.js';
import { Privacy1760000000012 } from './0012-privacy.js';
import { GrantScopes1760000000013 } from './0013-grant-scopes.js';
import { RecordKinds1760000000014 } from './0014-record-kinds.js';
import { Communications1760000000015 } from './0015-communications.js';
import { WaitingBatches1760000000016 } from './0016-waiting-batches.js';
import { DeadLetters1760000000017 } from './0017-dead-letters.js';
import { FactsOfTheWholeCatalogue1760000000018 } from './0018-facts-of-the-whole-catalogue.js';
import { MarksOfWhatChanged1760000000019 } from './0019-marks-of-what-changed.js';
import { Targets1760000000021 } from './0021-targets.js';
import { Reporting1760000000022 } from './0022-reporting.js';
import { Agenda1760000000023 } from './0023-agenda.js';
import { Governance1760000000024 } from './0024-governance.js';
import { Plan1760000000025 } from './0025-plan.js';
import { Knowledge1760000000026 } from './0026-knowledge.js';
import { Templates1760000000027 } from './0027-templates.js';
import { DataQuality1760000000028 } from './0028-data-quality.js';
import { RegionalTotals1760000000029 } from './0029-regional-totals.js';

/** Every migration, oldest first. A new one is added at the end; a merged one is never edited. */
export const MIGRATIONS = [
  PlatformAndIdentity1760000000001,
  ActorsAndPacts1760000000002,
  Commitments1760000000003,
  PathwaysAndIntake1760000000004,
  IndicatorsAndMonitoring1760000000005,
  Rights1760000000006,
  People1760000000007,
  ApiKeyLife1760000000008,
  RequestCounts1760000000009,
  Audit1760000000010,
  IdentityApart1760000000011,
  Privacy1760000000012,
  GrantScopes1760000000013,
  RecordKinds1760000000014,
  Communications1760000000015,
  WaitingBatches1760000000016,
  DeadLetters1760000000017,
  FactsOfTheWholeCatalogue1760000000018,
  MarksOfWhatChanged1760000000019,
  Targets1760000000021,
  Reporting1760000000022,
  Agenda1760000000023,
  Governance1760000000024,
  Plan1760000000025,
  Knowledge1760000000026,
  Templates1760000000027,
  DataQuality1760000000028,
  RegionalTotals1760000000029,
];

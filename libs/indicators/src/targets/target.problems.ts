import { pointsToDecision } from '#pacts';

pointsToDecision('target_version_decision_fk');

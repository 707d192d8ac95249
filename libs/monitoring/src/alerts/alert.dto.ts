import { Day, Flag, Instant, Nested, OneOf, PageQuery, Text, Uuid } from '#platform';
import { SUBJECT_KINDS, type SubjectKind } from './alert-rule.js';

const KIND = { max: 60, pattern: /^[a-z_]+$/, example: 'consultations_due' };
const WHO = ['coordinator', 'actor'];

class AlertSubject {
  @OneOf(SUBJECT_KINDS)
  kind: SubjectKind;

  @Uuid()
  id: string;
}

class MustAct {
  @OneOf(WHO)
  who: string;

  @Uuid({ optional: true, description: 'Where an actor must act.' })
  actorId?: string;
}

export class AlertAnswer {
  @Uuid()
  id: string;

  @Text(KIND)
  kind: string;

  @Text({ max: 300, description: 'What it is about, in words.' })
  label: string;

  @Nested(() => AlertSubject)
  subject: AlertSubject;

  @Day({ description: 'From when on it has been so.' })
  since: string;

  @Nested(() => MustAct)
  mustAct: MustAct;

  @Instant()
  raisedAt: string;

  @Instant({ optional: true, description: 'When it was seen to be so no more.' })
  resolvedAt?: string;
}

export class AlertListQuery extends PageQuery {
  @Text({ ...KIND, optional: true })
  kind?: string;

  @Flag({ optional: true, description: 'true: those that stand; false: those that are resolved.' })
  open?: boolean;

  @Uuid({ optional: true, description: 'Those on which this actor must act.' })
  mustActActorId?: string;
}

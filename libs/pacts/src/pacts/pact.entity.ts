import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '#kernel';
import type { RatificationRule } from '../members/ratification.rules.js';

@Entity('pact')
export class PactEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  title: string;

  @Column('text', { name: 'common_agenda' })
  commonAgenda: string;

  @Column('text', { array: true })
  territory: string[];

  @Column('date', { name: 'starts_on' })
  startsOn: Day;

  @Column('date', { name: 'ends_on', nullable: true })
  endsOn: Day | null;

  @Column('jsonb', { name: 'ratification_rule' })
  ratificationRule: RatificationRule;

  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

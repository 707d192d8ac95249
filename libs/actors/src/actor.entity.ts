import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { System } from './actor.rules.js';

export interface Contact {
  readonly label: string;
  readonly email?: string;
  readonly phone?: string;
}

/** A service as it is kept; what more is said of it stands in its DTO. */
export interface ServiceOffer {
  readonly id: string;
  readonly name: string;
}

@Entity('actor')
export class ActorEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  system: System;

  @Column('text')
  kind: string;

  @Column('text', { name: 'tax_code', nullable: true })
  taxCode: string | null;

  @Column('text', { array: true })
  territory: string[];

  @Column('jsonb')
  contacts: Contact[];

  @Column('text', { name: 'web_page', nullable: true })
  webPage: string | null;

  @Column('text', { array: true })
  competences: string[];

  @Column('jsonb')
  services: ServiceOffer[];

  @Column('integer')
  version: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

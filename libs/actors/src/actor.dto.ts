import { Instant, NestedList, OneOf, PageQuery, Text, TextList, Uuid, Whole } from '#platform';
import { EMAIL, PHONE, TERRITORY, WEB_PAGE } from './field-rules.js';
import { NewServiceOffer, ServiceOfferAnswer, ServiceOfferDto } from './services/service-offer.dto.js';
import { ACTOR_KINDS, SYSTEMS, type System } from './actor.rules.js';

const TAX_CODE = {
  max: 11,
  pattern: /^\d{11}$/,
  description: 'Tax code of the organisation, eleven digits.',
};
const COMPETENCES = { maxItems: 100, max: 200, unique: true, description: 'What it can do.' };

export class ContactDto {
  @Text({ max: 120, example: 'Segreteria tecnica' })
  label: string;

  @Text({ ...EMAIL, optional: true })
  email?: string;

  @Text({ ...PHONE, optional: true })
  phone?: string;
}

const CONTACTS = { maxItems: 20 };
const SERVICES = { maxItems: 100, description: 'The services it offers.' };

export class ActorRequest {
  @Text({ max: 200, example: 'Cooperativa sociale Il Ponte' })
  name: string;

  @OneOf(SYSTEMS)
  system: System;

  @OneOf(ACTOR_KINDS)
  kind: string;

  @Text({ ...TAX_CODE, optional: true })
  taxCode?: string;

  @TextList({ ...TERRITORY, optional: true })
  territory?: string[];

  @NestedList(() => ContactDto, { ...CONTACTS, optional: true })
  contacts?: ContactDto[];

  @Text({ ...WEB_PAGE, optional: true })
  webPage?: string;

  @TextList({ ...COMPETENCES, optional: true })
  competences?: string[];

  @NestedList(() => NewServiceOffer, { ...SERVICES, optional: true })
  services?: NewServiceOffer[];
}

export class ActorPatch {
  @Text({ max: 200, optional: true })
  name?: string;

  @OneOf(SYSTEMS, { optional: true })
  system?: System;

  @OneOf(ACTOR_KINDS, { optional: true })
  kind?: string;

  @Text({ ...TAX_CODE, optional: true, nullable: true })
  taxCode?: string | null;

  @TextList({ ...TERRITORY, optional: true })
  territory?: string[];

  @NestedList(() => ContactDto, { ...CONTACTS, optional: true })
  contacts?: ContactDto[];

  @Text({ ...WEB_PAGE, optional: true, nullable: true })
  webPage?: string | null;

  @TextList({ ...COMPETENCES, optional: true })
  competences?: string[];

  @NestedList(() => ServiceOfferDto, { ...SERVICES, optional: true })
  services?: ServiceOfferDto[];
}

export class ActorAnswer {
  @Uuid()
  id: string;

  @Text({ max: 200 })
  name: string;

  @OneOf(SYSTEMS)
  system: System;

  @OneOf(ACTOR_KINDS)
  kind: string;

  @Text({ ...TAX_CODE, optional: true })
  taxCode?: string;

  @TextList(TERRITORY)
  territory: string[];

  @NestedList(() => ContactDto, CONTACTS)
  contacts: ContactDto[];

  @Text({ ...WEB_PAGE, optional: true })
  webPage?: string;

  @TextList(COMPETENCES)
  competences: string[];

  @NestedList(() => ServiceOfferAnswer, SERVICES)
  services: ServiceOfferAnswer[];

  @Whole({ min: 1, max: 999_999_999, description: 'Its ETag is this number in quotes.' })
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class ActorListQuery extends PageQuery {
  @OneOf(SYSTEMS, { optional: true })
  system?: System;

  @OneOf(ACTOR_KINDS, { optional: true })
  kind?: string;

  @Text({ max: 200, optional: true, description: 'A part of the name.' })
  q?: string;
}

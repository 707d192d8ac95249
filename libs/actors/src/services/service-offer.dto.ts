import { Decimal, Nested, NestedList, OneOf, Text, TextList, Uuid } from '#platform';
import { EMAIL, ISTAT_CODE, PHONE, TERRITORY, WEB_PAGE } from '../field-rules.js';
import { AVAILABILITIES, type Availability } from './service-offer.rules.js';

const LINE = { max: 200, optional: true };
const PROSE = { max: 2_000, multiline: true, optional: true };

class PostalAddress {
  @Text({ max: 200, description: 'Street and number.' })
  street: string;

  @Text({ max: 200 })
  city: string;

  @Text({ max: 2, pattern: /^[A-Z]{2}$/, description: 'The two letters of the province.', example: 'MI' })
  province: string;

  @Text({ max: 5, pattern: /^\d{5}$/, description: 'The Italian postal code (CAP).' })
  postalCode: string;
}

/** Where a service is given. */
export class ServicePlace {
  @Text({ max: 200, optional: true })
  name?: string;

  @Nested(() => PostalAddress, { optional: true })
  address?: PostalAddress;

  @Text({ max: 6, pattern: ISTAT_CODE, optional: true, description: 'ISTAT code of the municipality.' })
  municipality?: string;

  @Decimal({ min: -90, max: 90, digits: 6, optional: true, description: 'Degrees, WGS 84.' })
  latitude?: number;

  @Decimal({ min: -180, max: 180, digits: 6, optional: true })
  longitude?: number;

  @Text({ ...WEB_PAGE, optional: true, description: 'Of a place that is on the web.' })
  webPage?: string;
}

/** A service as its actor offers it; told to directories as Open Referral (HSDS) describes services. */
export class NewServiceOffer {
  @Text({ max: 200 })
  name: string;

  @Text(PROSE)
  description?: string;

  @OneOf(AVAILABILITIES, { optional: true, description: 'active unless told.' })
  availability?: Availability;

  @Text({ ...WEB_PAGE, optional: true })
  webPage?: string;

  @Text({ ...EMAIL, optional: true, description: 'Of the service, for everybody to see.' })
  email?: string;

  @Text({ ...PHONE, optional: true, description: 'Of the service, for everybody to see.' })
  phone?: string;

  @Text({ ...PROSE, description: 'Whom it is for.' })
  eligibility?: string;

  @Text({ ...PROSE, description: 'How one gets it.' })
  access?: string;

  @Text({ ...LINE, description: 'What it costs those who use it.' })
  fees?: string;

  @TextList({ ...TERRITORY, optional: true, description: 'Municipalities (ISTAT) for whose people it is.' })
  territory?: string[];

  @NestedList(() => ServicePlace, { maxItems: 20, optional: true })
  places?: ServicePlace[];
}

export class ServiceOfferDto extends NewServiceOffer {
  @Uuid({
    optional: true,
    description: 'As it was told; a service without one is known by its name, or new.',
  })
  id?: string;
}

export class ServiceOfferAnswer extends NewServiceOffer {
  @Uuid()
  id: string;
}

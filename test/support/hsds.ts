import { Ajv } from 'ajv';
import formats from 'ajv-formats';

/**
 * The part of the Human Services Data Specification, version 3, that an export of ours uses: names, required fields,
 * types, formats and lists of values, as its schemas of service, organization, location and the rest say. A field that
 * the specification does not know is a fault here, also where it would be let pass there.
 */
const text = { type: 'string' };
const id = { type: 'string', format: 'uuid' };
const uri = { type: 'string', format: 'uri' };
const email = { type: 'string', format: 'email' };
const number = { type: 'number' };
const listOf = (items: object) => ({ type: 'array', items });
const object = (required: readonly string[], properties: object) => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
});

const organization = object(['id', 'name', 'description'], {
  id,
  name: text,
  alternate_name: text,
  description: text,
  email,
  website: uri,
  legal_status: text,
});

const phone = object(['id', 'number'], { id, number: text, service_id: id, type: text, description: text });

const serviceArea = object(['id'], { id, service_id: id, name: text, description: text, uri: text });

const address = object(
  ['id', 'address_1', 'city', 'state_province', 'postal_code', 'country', 'address_type'],
  {
    id,
    location_id: id,
    address_1: text,
    address_2: text,
    city: text,
    state_province: text,
    postal_code: text,
    country: { type: 'string', pattern: '^[A-Z]{2}$' },
    address_type: { enum: ['physical', 'postal', 'virtual'] },
  },
);

const location = object(['id', 'location_type'], {
  id,
  location_type: { enum: ['physical', 'postal', 'virtual'] },
  url: uri,
  organization_id: id,
  name: text,
  latitude: number,
  longitude: number,
  external_identifier: text,
  external_identifier_type: text,
  addresses: listOf(address),
});

const serviceAtLocation = object(['id', 'service_id', 'location_id'], {
  id,
  service_id: id,
  location_id: id,
  description: text,
  location,
});

const service = object(['id', 'organization_id', 'name', 'status'], {
  id,
  organization_id: id,
  name: text,
  description: text,
  url: uri,
  email,
  status: { enum: ['active', 'inactive', 'defunct', 'temporarily closed'] },
  application_process: text,
  fees_description: text,
  eligibility_description: text,
  last_modified: { type: 'string', format: 'date-time' },
  organization,
  phones: listOf(phone),
  service_areas: listOf(serviceArea),
  service_at_locations: listOf(serviceAtLocation),
});

const ajv = new Ajv({ allErrors: true });
formats.default(ajv);
const validate = ajv.compile(listOf(service));

/** What keeps an export from being a list of services as the specification has them. */
export function hsdsFaults(exported: unknown): string[] {
  validate(exported);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

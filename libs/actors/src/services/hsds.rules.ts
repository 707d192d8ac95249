import type { ServiceOfferAnswer, ServicePlace } from './service-offer.dto.js';

/** An actor with what it offers. */
export interface ServiceProvider {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly competences: readonly string[];
  readonly territory: readonly string[];
  readonly webPage: string | null;
  readonly updatedAt: string;
  readonly services: readonly ServiceOfferAnswer[];
}

/** Makes the same UUID of the same words, always. */
export type IdOf = (...words: readonly string[]) => string;

type HsdsObject = Readonly<Record<string, unknown>>;

/**
 * The services of an actor in the form of the Human Services Data Specification (HSDS 3, Open Referral): a `service` with
 * its organization, where it is available and where it is given. Contacts of the actor are people, and are left out.
 */
export function hsdsServicesOf(provider: ServiceProvider, idOf: IdOf): HsdsObject[] {
  return provider.services.map((service) => ({
    id: service.id,
    organization_id: provider.id,
    name: service.name,
    description: service.description,
    url: service.webPage,
    email: service.email,
    status: (service.availability ?? 'active').replace('_', ' '),
    application_process: service.access,
    fees_description: service.fees,
    eligibility_description: service.eligibility,
    last_modified: provider.updatedAt,
    organization: organizationOf(provider),
    phones: service.phone === undefined ? [] : [{ id: idOf(service.id, 'phone'), number: service.phone }],
    service_areas: areasOf(provider, service, idOf),
    service_at_locations: (service.places ?? []).map((place) => placedAt(service.id, place, idOf)),
  }));
}

/** HSDS asks for a description of every organization: what it can do, or else what it is. */
const organizationOf = ({ id, name, kind, competences, webPage }: ServiceProvider): HsdsObject => ({
  id,
  name,
  description: competences.join('; ') || kind.replaceAll('_', ' '),
  website: webPage ?? undefined,
});

function areasOf({ territory }: ServiceProvider, service: ServiceOfferAnswer, idOf: IdOf): HsdsObject[] {
  const places = service.territory?.length ? service.territory : territory;
  return places.map((code) => ({
    id: idOf(service.id, 'area', code),
    service_id: service.id,
    name: `ISTAT ${code}`,
  }));
}

function placedAt(serviceId: string, place: ServicePlace, idOf: IdOf): HsdsObject {
  const location = locationOf(serviceId, place, idOf);
  return {
    id: idOf(serviceId, 'at', location.id),
    service_id: serviceId,
    location_id: location.id,
    location,
  };
}

function locationOf(
  serviceId: string,
  place: ServicePlace,
  idOf: IdOf,
): HsdsObject & { readonly id: string } {
  const { name, address, municipality, latitude, longitude, webPage } = place;
  const isVirtual = webPage !== undefined && address === undefined && municipality === undefined;
  const id = idOf(serviceId, 'place', JSON.stringify(place));
  return {
    id,
    location_type: isVirtual ? 'virtual' : 'physical',
    url: webPage,
    name,
    latitude,
    longitude,
    ...(municipality !== undefined && {
      external_identifier: municipality,
      external_identifier_type: 'ISTAT',
    }),
    addresses:
      address === undefined
        ? []
        : [
            {
              id: idOf(id, 'address'),
              location_id: id,
              address_1: address.street,
              city: address.city,
              state_province: address.province,
              postal_code: address.postalCode,
              country: 'IT',
              address_type: 'physical',
            },
          ],
  };
}

import { hsdsFaults } from '../../../../test/support/hsds.js';
import { hsdsServicesOf, type ServiceProvider } from './hsds.rules.js';
import { nameBasedId } from './name-based-id.js';

const ponte: ServiceProvider = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  name: 'Cooperativa sociale Il Ponte',
  kind: 'cooperative',
  competences: [],
  territory: ['015146', '015002'],
  webPage: 'https://ilponte.example.org',
  updatedAt: '2026-03-01T09:30:00.123Z',
  services: [
    {
      id: '0199aaaa-0000-7000-8000-00000000000a',
      name: 'Sportello lavoro',
      description: 'Ascolto e orientamento',
      availability: 'temporarily_closed',
      webPage: 'https://ilponte.example.org/sportello',
      email: 'sportello@ilponte.example.org',
      phone: '+39 02 1234567',
      eligibility: 'Chi cerca lavoro',
      access: 'Su appuntamento',
      fees: 'Gratuito',
      territory: ['015146'],
      places: [
        {
          name: 'Sede',
          address: { street: 'Via Roma 1', city: 'Milano', province: 'MI', postalCode: '20121' },
          municipality: '015146',
          latitude: 45.46,
          longitude: 9.19,
        },
        { name: 'In rete', webPage: 'https://ilponte.example.org/video' },
      ],
    },
    { id: '0199aaaa-0000-7000-8000-00000000000b', name: 'Corsi' },
  ],
};

const exported = () => JSON.parse(JSON.stringify(hsdsServicesOf(ponte, nameBasedId)));

describe('services for other directories', () => {
  it('have the form of the Human Services Data Specification', () => {
    expect(hsdsFaults(exported())).toEqual([]);
  });

  it('say what is known of a service, and nothing else', () => {
    const [first, second] = exported();
    expect(first).toMatchObject({
      organization_id: ponte.id,
      status: 'temporarily closed',
      url: 'https://ilponte.example.org/sportello',
      organization: { name: ponte.name, description: 'cooperative', website: ponte.webPage },
      phones: [{ number: '+39 02 1234567' }],
      service_areas: [{ name: 'ISTAT 015146' }],
      service_at_locations: [
        { location: { location_type: 'physical', addresses: [{ city: 'Milano', country: 'IT' }] } },
        { location: { location_type: 'virtual', url: 'https://ilponte.example.org/video', addresses: [] } },
      ],
    });
    expect(Object.keys(second)).toEqual([
      'id',
      'organization_id',
      'name',
      'status',
      'last_modified',
      'organization',
      'phones',
      'service_areas',
      'service_at_locations',
    ]);
  });

  it('are available where their actor is, unless they say where', () => {
    expect(exported()[1].service_areas.map(({ name }: { name: string }) => name)).toEqual([
      'ISTAT 015146',
      'ISTAT 015002',
    ]);
  });

  it('have the same ids in every export', () => {
    expect(exported()).toEqual(exported());
  });
});

describe('the check of the form', () => {
  const broken = (change: (service: Record<string, unknown>) => void): string[] => {
    const services = exported();
    change(services[0]);
    return hsdsFaults(services);
  };

  it.each<[string, (service: Record<string, unknown>) => void]>([
    ['/0 must have required property', (service) => void delete service.name],
    ['/0/status must be equal to one of the allowed values', (service) => void (service.status = 'open')],
    ['/0/id must match format "uuid"', (service) => void (service.id = '1')],
    ['/0 must NOT have additional properties', (service) => void (service.webPage = 'x')],
    ['/0/organization must have required property', (service) => void (service.organization = {})],
  ])('finds that %s', (fault, change) => {
    expect(broken(change).join()).toContain(fault);
  });
});

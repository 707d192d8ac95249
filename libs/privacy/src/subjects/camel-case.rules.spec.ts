import { camelCased } from './camel-case.rules.js';

describe('keys of tables', () => {
  it('are told in camel case, however deep; values stay', () => {
    const held = {
      started_on: '2025-01-01',
      said: [{ lead_actor_id: 'an_actor', ended_on: null }],
      sex: 'F',
    };
    expect(camelCased(held)).toEqual({
      startedOn: '2025-01-01',
      said: [{ leadActorId: 'an_actor', endedOn: null }],
      sex: 'F',
    });
  });

  it('of what partners have named stay as they were sent', () => {
    expect(camelCased({ on_date: 'x', scores: { family_relations: 3 } })).toEqual({
      onDate: 'x',
      scores: { family_relations: 3 },
    });
  });
});

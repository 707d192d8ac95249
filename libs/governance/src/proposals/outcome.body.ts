import { jsonSql } from '#platform';

const { code, json, jsonText, scalar } = jsonSql;

const QUORUM = jsonText({
  rule: code('p.quorum'),
  votingMembers: scalar('p.voting_members'),
  takingPart: scalar('p.taking_part'),
  needed: scalar('p.quorum_needed'),
  met: scalar('p.taking_part >= p.quorum_needed'),
});
const MAJORITY = jsonText({
  rule: code('p.majority'),
  for: scalar('p.votes_for'),
  against: scalar('p.votes_against'),
  abstentions: scalar('p.abstentions'),
  needed: scalar('p.votes_needed'),
  chairDecided: scalar('p.chair_decided'),
  met: scalar('p.votes_for >= p.votes_needed'),
});
/** What the vote on the proposal `p` came to: null, like each of its parts, until it is closed. */
export const OUTCOME = json(
  jsonText({
    result: code('p.result'),
    mandateId: code('p.mandate_id'),
    quorum: json(QUORUM),
    majority: json(MAJORITY),
  }),
);

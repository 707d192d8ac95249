import { jsonSql } from '#platform';
import { COMMITMENT, listed, OBJECTIVE } from './sight-below.sql.js';

const { code, json, jsonText, list, optional, scalar, text } = jsonSql;

const MEASURE = jsonText({
  id: code('m.id'),
  code: text('m.code'),
  title: text('m.title_it'),
  state: code('m.state'),
});

const PROBLEM = jsonText({
  id: code('p.id'),
  code: text('p.code'),
  title: text('p.title'),
  distance: scalar('p.distance'),
});

/**
 * From the commitment `$2` up: its measure, the objectives that either serves and the ends to which those are means,
 * the problems that the objectives answer and what follows from them.
 */
export const SIGHT_ABOVE = `
  with recursive end_step (id, distance) as (
    select id, 0 from (
      select objective_id as id from commitment where pact_id = $1 and id = $2
      union
      select x.objective_id from commitment c join measure_objective x on x.pact_id = $1 and x.measure_id = c.measure_id
      where c.pact_id = $1 and c.id = $2) served
    where id is not null
    union
    select l.end_id, s.distance + 1 from end_step s join objective_link l on l.pact_id = $1 and l.means_id = s.id),
  objectives as materialized (
    select o.id, o.code, o.title, o.problem_id, e.distance
    from (select id, min(distance) as distance from end_step group by id) e
      join objective o on o.pact_id = $1 and o.id = e.id),
  effect_step (id, distance) as (
    select problem_id, distance from objectives where problem_id is not null
    union
    select l.effect_id, s.distance + 1 from effect_step s join problem_link l on l.pact_id = $1 and l.cause_id = s.id),
  problems as materialized (
    select p.id, p.code, p.title, e.distance
    from (select id, min(distance) as distance from effect_step group by id) e
      join problem p on p.pact_id = $1 and p.id = e.id)
  select ${jsonText({
    commitment: json(COMMITMENT),
    measure: optional(
      json(`(select ${MEASURE} from measure m where m.pact_id = c.pact_id and m.id = c.measure_id)`),
    ),
    objectives: json(listed(OBJECTIVE, 'o.distance, o.code', 'objectives o')),
    problems: json(listed(PROBLEM, 'p.distance, p.code', 'problems p')),
    gaps: list(`array_remove(array[
      case when not exists (select from objectives) then 'no-objective' end,
      case when not exists (select from problems) then 'no-problem' end], null)`),
  })} as body from commitment c where c.pact_id = $1 and c.id = $2`;

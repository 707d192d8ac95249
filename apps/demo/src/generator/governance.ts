import { addDays, type Day } from '#kernel';
import type { MemberPlan } from './agreements.js';
import { AGREED_ON, ASKED, SAID } from './governance-texts.js';
import { Random } from './random.js';
import type { Territory } from './territories.js';

export interface SeatPlan {
  readonly actorKey: string;
  readonly role: 'chair' | 'member' | 'adviser';
  readonly voting: boolean;
}

export interface BodyPlan {
  readonly kind: 'steering_committee' | 'technical_table';
  readonly name: string;
  /** The body it stands below. */
  readonly parent?: string;
  readonly seats: readonly SeatPlan[];
}

export interface MeetingPlan {
  readonly title: string;
  readonly kind: 'ordinary' | 'verification';
  readonly heldOn: Day;
  readonly attendance: readonly { readonly actorKey: string; readonly status: string }[];
  readonly proposal: {
    readonly title: string;
    readonly text: string;
    readonly submittedOn: Day;
    readonly votes: readonly { readonly actorKey: string; readonly choice: string }[];
  };
  /** When what was decided had been done; absent while it is still to be. */
  readonly implementedOn?: Day;
  readonly minutes: string;
}

export interface ConsultationPlan {
  readonly title: string;
  readonly question: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly contributions: readonly { readonly groupName: string; readonly text: string }[];
  readonly synthesis: string;
}

export interface GovernancePlan {
  readonly bodies: readonly [BodyPlan, BodyPlan];
  /** Of the first body. */
  readonly meetings: readonly MeetingPlan[];
  readonly consultations: readonly ConsultationPlan[];
}

interface Setting {
  readonly seed: number;
  readonly territory: Territory;
  readonly members: readonly MemberPlan[];
  readonly startsOn: Day;
  readonly horizon: Day;
}

const MOST_SEATS = 7;
const QUARTER = 91;
const QUARTERS = 8;
const EVERY_OTHER = 2;
const YEAR = 4;

/** Two years, back from the horizon: a meeting a quarter, a consultation every half-year, a verification every year. */
export function generateGovernance(setting: Setting): GovernancePlan {
  const { seed, territory, startsOn, horizon } = setting;
  const random = Random.of(seed, 'governance', territory.code);
  const bodies = bodiesOf(setting, random);
  const days = Array.from({ length: QUARTERS }, (_, back) => addDays(horizon, -10 - back * QUARTER))
    .filter((day) => day > addDays(startsOn, QUARTER))
    .toReversed();
  return {
    bodies,
    meetings: days.map((day, index) => meetingOf(bodies[0], day, index, random)),
    consultations: days
      .filter((_, index) => index % EVERY_OTHER === 0)
      .map((day, index) => consultationOf(addDays(day, -30), index)),
  };
}

function bodiesOf({ members, territory }: Setting, random: Random): [BodyPlan, BodyPlan] {
  const signed = members.filter((member) => member.signature !== undefined);
  const keys = random.shuffled(signed).map(({ actorKey }) => actorKey);
  const promoter = signed.find(({ role }) => role === 'promoter')?.actorKey ?? keys[0] ?? '';
  const others = keys.filter((key) => key !== promoter);
  const steering = `Cabina di regia – ${territory.name}`;
  return [
    {
      kind: 'steering_committee',
      name: steering,
      seats: [promoter, ...others.slice(0, MOST_SEATS - 1)].map(seatOf),
    },
    {
      kind: 'technical_table',
      name: `Tavolo tecnico – ${territory.name}`,
      parent: steering,
      seats: others.slice(-MOST_SEATS).map(seatOf),
    },
  ];
}

const seatOf = (actorKey: string, index: number): SeatPlan => ({
  actorKey,
  role: index === 0 ? 'chair' : 'member',
  voting: true,
});

function meetingOf({ seats }: BodyPlan, heldOn: Day, index: number, random: Random): MeetingPlan {
  const attendance = seats.map(({ actorKey }, place) => ({
    actorKey,
    // The chair is always there, or there would be no meeting.
    status: place === 0 || random.chance(0.8) ? 'present' : random.pick(['excused', 'absent']),
  }));
  const there = attendance.filter(({ status }) => status === 'present');
  const votes = there.map(({ actorKey }) => ({
    actorKey,
    choice: random.weighted([
      ['for', 7],
      ['against', 1],
      ['abstain', 1],
    ] as const),
  }));
  const [title, text] = AGREED_ON[index % AGREED_ON.length] ?? ['', ''];
  const submittedOn = addDays(heldOn, -random.whole(5, 40));
  const takes = random.whole(30, 200);
  return {
    title: `Seduta del ${heldOn}`,
    kind: index % YEAR === YEAR - 1 ? 'verification' : 'ordinary',
    heldOn,
    attendance,
    proposal: { title: `${title} (${heldOn})`, text, submittedOn, votes },
    ...(index < QUARTERS / 2 && { implementedOn: addDays(heldOn, takes) }),
    minutes: `Presenti ${there.length} su ${seats.length}. Si discute la proposta e si vota.`,
  };
}

function consultationOf(endsOn: Day, index: number): ConsultationPlan {
  const [title, question] = ASKED[index % ASKED.length] ?? ['', ''];
  return {
    title: `${title} (${endsOn.slice(0, 7)})`,
    question,
    startsOn: addDays(endsOn, -20),
    endsOn,
    contributions: SAID,
    synthesis: 'Le risposte chiedono orari più ampi e un’accoglienza più vicina a casa.',
  };
}

import { can } from "~/domain/identity/permission-rules";
import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct, MoveContext } from "~/domain/shared/procedure/conduct";
import { findRecusals } from "../call/find-recusals.server";
import { ensureParticipant } from "../people/ensure-participant.server";
import { releaseRole } from "../people/release-role.server";
import { type MemberRow, memberSelect } from "./member-rows.server";
import { seatAnswerHref } from "./roadshow-href";
import {
  type RoadshowMemberMove,
  type RoadshowMemberRelation,
  type RoadshowMemberState,
  roadshowMemberProcedure,
} from "./roadshow-member-procedure";
import { tellOrganiser, tellPerson } from "./roadshow-notices.server";

const OVER = ["REPORTED", "FOLLOW_UP", "CLOSED", "CANCELLED"];
const SOURCE = "market rules for roadshows";

type Context = MoveContext<MemberRow>;
type ConditionId = "event-on" | "nothing-scored";

function eventOn({ subject }: Context): ConditionResult {
  const { state } = subject.roadshow;
  return conditionOf(!OVER.includes(state), {
    inputs: { state },
    formula: `state not in ${OVER.join(", ")}`,
    source: SOURCE,
    code: "roadshow_event_over",
  });
}

/** A score is evidence: who gave one keeps the seat that it was given from. */
async function nothingScored({ tx, subject }: Context): Promise<ConditionResult> {
  const where = { memberId: subject.id };
  const scores = await tx.roadshowScore.count({ where });
  const reviews = await tx.roadshowReview.count({ where });
  return conditionOf(scores + reviews === 0, {
    inputs: { scores, reviews },
    formula: "scores + reviews = 0",
    source: SOURCE,
    code: "roadshow_seat_scored",
  });
}

/** How seats move. */
export const roadshowMemberConduct: Conduct<
  MemberRow,
  RoadshowMemberState,
  RoadshowMemberMove,
  RoadshowMemberRelation,
  ConditionId,
  never
> = {
  procedure: roadshowMemberProcedure,
  table: "RoadshowMember",

  async load(tx, ids) {
    const where = { id: { in: [...ids] } };
    return tx.roadshowMember.findMany({ where, orderBy: { id: "asc" }, select: memberSelect });
  },

  relations(actor, { userId, roadshow: { organisationId } }) {
    const found = new Set<RoadshowMemberRelation>();
    if (actor.kind !== "USER") return found;
    if (can(actor, "roadshow.organise", { organisationId })) found.add("organiser");
    if (actor.userId === userId) found.add("self");
    return found;
  },

  conditions: { "event-on": eventOn, "nothing-scored": nothingScored },

  after: {
    async accept({ tx, actor, now, subjects }) {
      for (const seat of subjects) {
        await tx.roadshowMember.update({ where: { id: seat.id }, data: { answeredAt: now } });
        await seatAmongParticipants(tx, seat, actor);
        await findRecusals(tx, seat.roadshow.id);
        await tellAnswer(tx, seat, now);
      }
    },
    async decline({ tx, actor, input, now, subjects }) {
      for (const seat of subjects) {
        const data = { answeredAt: now, note: input.note?.trim() ?? "" };
        await tx.roadshowMember.update({ where: { id: seat.id }, data });
        await releaseSeat(tx, seat, actor);
        await tellAnswer(tx, seat, now);
      }
    },
    async remove({ tx, actor, now, subjects }) {
      for (const seat of subjects) {
        await releaseSeat(tx, seat, actor);
        await tellPerson(tx, seat.userId, seatAnswerHref(seat.id), {
          kind: "roadshowSeatTaken",
          params: { title: seat.roadshow.title },
          key: `${seat.id}:${now.getTime()}`,
        });
      }
    },
    async inviteAgain({ tx, now, subjects }) {
      for (const seat of subjects) await tellOffered(tx, seat, now);
    },
  },
};

type Tx = Context["tx"];

/** Who judges or works on site is planned and checked in like everybody who comes. */
async function seatAmongParticipants(tx: Tx, seat: MemberRow, actor: Context["actor"]) {
  if (seat.role === "REVIEWER") return;
  const organisation = seat.user.memberships[0]?.organisation;
  const person = {
    roadshowId: seat.roadshow.id,
    userId: seat.userId,
    organisationId: organisation?.id ?? null,
    name: seat.user.name,
    organisationName: organisation?.legalName ?? "",
    title: seat.title,
    role: seat.role === "JUDGE" ? ("JUDGE" as const) : ("STAFF" as const),
    locale: seat.user.locale,
  };
  await ensureParticipant(tx, person, actor);
}

/** Who gives a seat up is no longer needed for it on site. */
async function releaseSeat(tx: Tx, seat: MemberRow, actor: Context["actor"]) {
  if (seat.role === "REVIEWER") return;
  const role = seat.role === "JUDGE" ? ("JUDGE" as const) : ("STAFF" as const);
  await releaseRole(tx, { roadshowId: seat.roadshow.id, userId: seat.userId, role }, actor);
}

async function tellAnswer(tx: Tx, seat: MemberRow, now: Date) {
  await tellOrganiser(tx, seat.roadshow, {
    kind: "roadshowSeatAnswered",
    params: { title: seat.roadshow.title, name: seat.user.name },
    key: `${seat.id}:${now.getTime()}`,
  });
}

/** Tells a person of the seat that waits for an answer. */
export async function tellOffered(tx: Tx, seat: MemberRow, now: Date) {
  await tellPerson(tx, seat.userId, seatAnswerHref(seat.id), {
    kind: "roadshowSeatOffered",
    params: {
      title: seat.roadshow.title,
      organisation: seat.roadshow.organisation.legalName,
    },
    key: `${seat.id}:${now.getTime()}`,
  });
}

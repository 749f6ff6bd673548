import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";
import { readAbsences } from "../call/absence-schema";
import { findRoadshowAccess } from "../events/roadshow-access.server";
import { PUBLIC_STATES } from "../events/roadshow-procedure";
import { dayOf } from "../events/roadshow-rows.server";
import { readRules } from "../events/roadshow-rules-schema";
import { OVER_STATES } from "./participant-conditions.server";
import { AUDIENCE_ROLES } from "./participant-form-schema";
import { countAudience } from "./participant-rows.server";
import { isDay, isRegistrationOpen, mayChangeRegistration } from "./registration-rules";
import type { RegistrationPage, StoredValues } from "./registration-view";
import { undertakingHash } from "./undertaking-hash.server";
import { UNDERTAKING } from "./undertaking-text";

/** Listings that the form offers, of all organisations of the person. */
const MAX_LISTINGS = 100;

/**
 * What the form of registration shows: empty for who is new, filled for who is registered.
 * @throws DomainError "not_found" (404)
 */
export async function getRegistrationPage(
  db: Db,
  number: number,
  actor: UserActor,
): Promise<RegistrationPage> {
  const { roadshow } = await findRoadshowAccess(db, { number }, actor);
  if (!PUBLIC_STATES.some((state) => state === roadshow.state)) {
    throw new DomainError("not_found", { status: 404 });
  }
  const roadshowId = roadshow.id;
  const ownOrganisations = actor.memberships.map((one) => one.organisationId);
  const query = {
    where: { organisationId: { in: ownOrganisations }, state: "PUBLISHED", isBlinded: false },
    orderBy: { publishedAt: "desc" as const },
    take: MAX_LISTINGS,
    select: { id: true, title: true, organisationId: true },
  };
  const [event, taken, needs, achievements, found] = await Promise.all([
    db.roadshow.findUniqueOrThrow({
      where: { id: roadshowId },
      select: {
        format: true,
        startsOn: true,
        endsOn: true,
        audienceDueAt: true,
        maxAudience: true,
        rules: true,
      },
    }),
    countAudience(db, roadshowId),
    db.need.findMany(query),
    db.achievement.findMany(query),
    db.roadshowParticipant.findUnique({
      where: { roadshowId_userId: { roadshowId, userId: actor.userId } },
    }),
  ]);
  const rules = readRules(event.rules);
  const { audienceDueAt, maxAudience } = event;
  const { state } = roadshow;
  const now = clock.now();
  const isFull = maxAudience !== null && taken >= maxAudience;
  const mayOf = (row: Row) => {
    if (mayChangeRegistration({ state, audienceDueAt }, now)) return "CHANGE";
    const isOver = OVER_STATES.includes(state) || row.state !== "REGISTERED";
    return isOver || row.ndaAcceptedAt ? "NOTHING" : "UNDERTAKE";
  };
  const start: StoredValues = {
    role: "",
    organisationId: actor.organisationId ?? "",
    name: actor.name,
    title: "",
    phone: "",
    interests: "",
    fieldCodes: [],
    listing: "",
    wantsMeetings: true,
    meetingsMax: String(rules.meetingsMax),
    unavailable: [],
    attendance: "ONSITE",
    isListed: false,
    undertakingAt: null,
  };
  return {
    event: {
      number: roadshow.number,
      title: roadshow.title,
      state,
      format: event.format,
      startsOn: dayOf(event.startsOn),
      endsOn: dayOf(event.endsOn),
      days: daysOf(event.startsOn, event.endsOn),
      audienceDueAt: audienceDueAt?.toISOString() ?? null,
      isOpen: isRegistrationOpen({ state, audienceDueAt }, now) && !(isDay(state) && isFull),
      isFull,
      meetingsMax: rules.meetingsMax,
      peoplePerFirm: rules.peoplePerFirm,
    },
    organisations: actor.memberships.map((one) => ({
      value: one.organisationId,
      label: one.organisationName,
    })),
    listings: [
      ...needs.map((one) => ({ ...one, kind: "need" })),
      ...achievements.map((one) => ({ ...one, kind: "achievement" })),
    ].map((one) => ({
      value: `${one.kind}:${one.id}`,
      label: one.title,
      organisationId: one.organisationId,
    })),
    undertaking: { text: UNDERTAKING, hash: undertakingHash(roadshowId) },
    own:
      found && found.state !== "CANCELLED"
        ? { id: found.id, values: stored(found), may: mayOf(found) }
        : null,
    start,
  };
}

const DAY_MS = 86_400_000;

function daysOf(first: Date | null, last: Date | null): string[] {
  if (!first || !last) return [];
  const count = Math.round((last.getTime() - first.getTime()) / DAY_MS) + 1;
  return Array.from({ length: count }, (_, index) =>
    new Date(first.getTime() + index * DAY_MS).toISOString().slice(0, 10),
  );
}

type Row = NonNullable<Awaited<ReturnType<Db["roadshowParticipant"]["findUnique"]>>>;

const stored = (row: Row): StoredValues => ({
  role: AUDIENCE_ROLES.find((role) => row.roles.includes(role)) ?? "",
  organisationId: row.organisationId ?? "",
  name: row.name,
  title: row.title,
  phone: row.phone,
  interests: row.interests,
  fieldCodes: row.fieldCodes,
  listing: row.needId
    ? `need:${row.needId}`
    : row.achievementId
      ? `achievement:${row.achievementId}`
      : "",
  wantsMeetings: row.wantsMeetings,
  meetingsMax: String(row.meetingsMax),
  unavailable: readAbsences(row.unavailable),
  attendance: row.isOnline ? "ONLINE" : "ONSITE",
  isListed: row.isListed,
  undertakingAt: row.ndaAcceptedAt?.toISOString() ?? null,
});

import type { Prisma } from "#prisma/client/client";
import type { Actor } from "~/domain/identity/actor";
import { isVerifiedState } from "~/domain/identity/organisation-procedure";
import { can } from "~/domain/identity/permission-rules";
import { calendarDate, endOfDate } from "~/domain/shared/clock";
import { markForIndexing } from "~/domain/shared/mark-for-indexing.server";
import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import { dueInstant } from "~/domain/shared/procedure/run-clocks.server";
import type { Tx } from "~/platform/db.server";
import {
  type BrokerProfileClock,
  type BrokerProfileMove,
  type BrokerProfileRelation,
  type BrokerProfileState,
  brokerProfileProcedure,
} from "./broker-profile-procedure";
import { missingFields, recheckAt } from "./profile-rules";
import { tellBroker, tellTalentPool } from "./tell-brokers.server";

type ConditionId =
  | "complete"
  | "real-name"
  | "publication-consent"
  | "agency-member"
  | "not-registrar"
  | "not-own"
  | "certificate-valid"
  | "lapsed-only";

/** Document seen: the level that a mandate asks of a broker (domain rule 8.4). */
export const BROKER_LEVEL = 2;
const MARKET = "the market's own rule on brokers";
const DUTIES = "domain rule: separation of duties (registrar ≠ broker)";

export const profileSelect = {
  id: true,
  state: true,
  userId: true,
  displayName: true,
  regionCode: true,
  level: true,
  certificateNumber: true,
  certificateIssuedOn: true,
  certificateExpiresOn: true,
  certificateBase: true,
  certificateFileId: true,
  intro: true,
  fieldCodes: true,
  serviceCodes: true,
  languageCodes: true,
  conflictStatement: true,
  publicationConsentAt: true,
  agencyId: true,
  agency: { select: { state: true } },
  user: {
    select: {
      realNameLevel: true,
      memberships: { where: { endedAt: null }, select: { organisationId: true } },
      registrarSeats: { select: { validFrom: true, validTo: true } },
    },
  },
} as const satisfies Prisma.BrokerProfileSelect;

export type ProfileRow = Prisma.BrokerProfileGetPayload<{ select: typeof profileSelect }>;

/** What an actor is to a profile. */
export function profileRelations(
  actor: Actor,
  row: Pick<ProfileRow, "userId" | "regionCode">,
): ReadonlySet<BrokerProfileRelation> {
  if (actor.kind === "SYSTEM") return new Set<BrokerProfileRelation>(["market"]);
  const relations = new Set<BrokerProfileRelation>();
  if (can(actor, "broker-profile.keep", { userId: row.userId })) relations.add("self");
  if (can(actor, "broker-profile.verify", { regionCode: row.regionCode })) relations.add("office");
  return relations;
}

const writeVerified: MoveHook<ProfileRow> = async ({ tx, subjects, now }) => {
  const ids = subjects.map((row) => row.id);
  await tx.brokerProfile.updateMany({ where: { id: { in: ids } }, data: { verifiedAt: now } });
};

/** The certificate's end moves the recheck forward; the row was made when the profile became public. */
const setRecheck: MoveHook<ProfileRow> = async ({ tx, subjects, now }) => {
  const yearly = await dueInstant(tx, brokerProfileProcedure.clocks.recheck, now);
  for (const row of subjects) {
    const end = row.certificateExpiresOn?.toISOString().slice(0, 10);
    await tx.procedureClock.updateMany({
      where: {
        procedure: brokerProfileProcedure.name,
        subjectId: row.id,
        clock: "recheck",
        firedAt: null,
        stoppedAt: null,
      },
      data: { dueAt: recheckAt(yearly, end ? endOfDate(end) : null) },
    });
  }
};

const writeSubmitted: MoveHook<ProfileRow> = async ({ tx, subjects, now }) => {
  const ids = subjects.map((row) => row.id);
  await tx.brokerProfile.updateMany({ where: { id: { in: ids } }, data: { submittedAt: now } });
};

/** Withdrawing takes the consent with it: a new application asks for it again (PIPL art. 15). */
const dropConsent: MoveHook<ProfileRow> = async ({ tx, subjects }) => {
  const ids = subjects.map((row) => row.id);
  await tx.brokerProfile.updateMany({
    where: { id: { in: ids } },
    data: { publicationConsentAt: null, photoConsentAt: null },
  });
};

const tell =
  (kind: Parameters<typeof tellBroker>[1]): MoveHook<ProfileRow> =>
  async ({ tx, subjects, input, now }) => {
    for (const row of subjects) {
      await tellBroker(tx, kind, row, { note: input.note?.trim() ?? "", at: now });
    }
  };

const verified: MoveHook<ProfileRow> = async (context) => {
  await setRecheck(context);
  await tell("brokerVerified")(context);
};

/** The procedure "broker-profile" carried out on its table. */
export const brokerProfileConduct: Conduct<
  ProfileRow,
  BrokerProfileState,
  BrokerProfileMove,
  BrokerProfileRelation,
  ConditionId,
  BrokerProfileClock
> = {
  procedure: brokerProfileProcedure,
  table: "BrokerProfile",

  async load(tx: Tx, ids) {
    const where = { id: { in: [...ids] } };
    return tx.brokerProfile.findMany({ where, orderBy: { id: "asc" }, select: profileSelect });
  },

  relations: profileRelations,

  conditions: {
    complete: ({ subject }) => {
      const missing = missingFields(subject);
      return conditionOf(missing.length === 0, {
        inputs: { missing },
        formula: "every field that a public profile shows is filled in",
        source: MARKET,
        code: "broker_profile_incomplete",
        ...(missing[0] ? { field: missing[0] } : {}),
      });
    },
    "real-name": ({ subject }) =>
      conditionOf(subject.user.realNameLevel >= BROKER_LEVEL, {
        inputs: { level: subject.user.realNameLevel },
        formula: `level >= ${BROKER_LEVEL}`,
        source: "domain rule 8.4: a broker is known by a document that was seen",
        code: "broker_real_name",
      }),
    "publication-consent": ({ subject }) =>
      conditionOf(subject.publicationConsentAt !== null, {
        inputs: { consentedAt: subject.publicationConsentAt?.toISOString() ?? null },
        formula: "the person has consented to publication, separately from all else",
        source: "个人信息保护法 第二十五条",
        code: "broker_consent_required",
        field: "publicationConsent",
      }),
    "agency-member": ({ subject }) => {
      const isMember = subject.user.memberships.some(
        (one) => one.organisationId === subject.agencyId,
      );
      const isVerified = isVerifiedState(subject.agency?.state ?? "");
      return conditionOf(subject.agencyId === null || (isMember && isVerified), {
        inputs: { hasAgency: subject.agencyId !== null, isMember, isVerified },
        formula: "no agency, or a member of a verified one",
        source: MARKET,
        code: "broker_agency_membership",
        field: "agencyId",
      });
    },
    "not-registrar": ({ subject, now }) => {
      const seats = subject.user.registrarSeats.filter(
        (seat) => seat.validFrom <= now && (seat.validTo === null || seat.validTo > now),
      ).length;
      return conditionOf(seats === 0, {
        inputs: { seats },
        formula: "the person holds no registrar's seat",
        source: DUTIES,
        code: "broker_is_registrar",
      });
    },
    "not-own": ({ actor, subject }) => {
      const isOwn =
        actor.kind === "USER" &&
        (actor.userId === subject.userId ||
          actor.memberships.some((one) => one.organisationId === subject.agencyId));
      return conditionOf(!isOwn, {
        inputs: { isOwn },
        formula: "whoever decides is neither the broker nor of the agency",
        source: "domain rule: separation of duties",
        code: "own_application",
      });
    },
    "certificate-valid": ({ subject, now }) => {
      const end = subject.certificateExpiresOn?.toISOString().slice(0, 10) ?? null;
      const today = calendarDate(now);
      return conditionOf(subject.certificateFileId !== null && (end === null || end >= today), {
        inputs: { hasFile: subject.certificateFileId !== null, end, today },
        formula: "the certificate is attached and has not ended",
        source: MARKET,
        code: "broker_certificate_invalid",
        field: "certificateExpiresOn",
      });
    },
    "lapsed-only": async ({ tx, subject }) => {
      const last = await tx.procedureMove.findFirst({
        where: { procedure: brokerProfileProcedure.name, subjectId: subject.id },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        select: { move: true },
      });
      const isMet = subject.state !== "SUSPENDED" || last?.move === "lapse";
      return conditionOf(isMet, {
        inputs: { state: subject.state, last: last?.move ?? null },
        formula: "not suspended, or suspended only because the recheck was missed",
        source: MARKET,
        code: "broker_suspended_by_office",
      });
    },
  },

  before: {
    submit: writeSubmitted,
    renew: writeSubmitted,
    verify: writeVerified,
    confirm: writeVerified,
    reinstate: writeVerified,
    withdraw: dropConsent,
  },

  after: {
    submit: async ({ tx, subjects }) => {
      for (const row of subjects) await tellTalentPool(tx, "brokerSubmitted", row);
    },
    renew: async ({ tx, subjects }) => {
      for (const row of subjects) await tellTalentPool(tx, "brokerSubmitted", row);
    },
    verify: verified,
    confirm: verified,
    reinstate: verified,
    returnForCorrection: tell("brokerReturned"),
    recheck: tell("brokerRecheck"),
    lapse: tell("brokerSuspended"),
    suspend: tell("brokerSuspended"),
    revoke: tell("brokerRevoked"),
  },

  afterEach: async ({ tx, subjects }) => {
    await markForIndexing(
      tx,
      "broker",
      subjects.map((row) => row.id),
    );
  },
};

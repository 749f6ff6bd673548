import { can, membershipOf } from "~/domain/identity/permission-rules";
import { findBan } from "~/domain/oversight/ban-queries.server";
import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct, MoveContext, MoveHook } from "~/domain/shared/procedure/conduct";
import { intentionHref } from "./challenge-href";
import {
  challengeIntentionProcedure,
  type IntentionMove,
  type IntentionRelation,
  type IntentionState,
} from "./challenge-intention-procedure";
import { type ChallengeNotice, tellTraders } from "./challenge-notices.server";
import { readTargets } from "./challenge-schema";
import { type IntentionRow, intentionSelect } from "./intention-rows.server";
import { missingIntentionParts, readIntention } from "./intention-schema";
import { rankTakers } from "./rank-takers.server";
import { CONFLICT_SOURCE, JINAN, MARKET_RULE, RELATED_SOURCE } from "./rule-sources";

type Context = MoveContext<IntentionRow>;
type ConditionId =
  | "open"
  | "agreement"
  | "not-poster"
  | "complete"
  | "declared"
  | "real-name"
  | "may-trade"
  | "screening"
  | "appraising"
  | "not-own"
  | "unrelated"
  | "no-shared-people";

/** The level at which a person has shown a document. */
const L2 = 2;

async function agreement({ tx, subject }: Context): Promise<ConditionResult> {
  const textHash = subject.challenge.agreementHash ?? "";
  const members = await tx.membership.findMany({
    where: { organisationId: subject.organisationId, endedAt: null },
    select: { userId: true },
  });
  const userId = { in: members.map((one) => one.userId) };
  const accepted = await tx.challengeAgreement.count({
    where: { challengeId: subject.challengeId, textHash, userId },
  });
  return conditionOf(accepted > 0, {
    inputs: { textHash, accepted },
    formula: "somebody of the taker has accepted the agreement as it stands",
    source: MARKET_RULE,
    code: "challenge_agreement_required",
  });
}

async function mayTrade({ tx, subject }: Context): Promise<ConditionResult> {
  const ban = await findBan(tx, subject.organisationId);
  return conditionOf(ban === null, {
    inputs: { bannedUntil: ban?.untilAt.toISOString() ?? null },
    formula: "the taker is not banned from trading",
    source: MARKET_RULE,
    code: "challenge_banned",
  });
}

/** People who belong to both sides do not prove a relation: whoever screens looks at them. */
async function sharedPeople({ tx, subject }: Context): Promise<ConditionResult> {
  const of = (organisationId: string) => ({ organisationId, endedAt: null });
  const poster = await tx.membership.findMany({
    where: of(subject.challenge.organisationId),
    select: { userId: true },
  });
  const shared = await tx.membership.count({
    where: {
      ...of(subject.organisationId),
      userId: { in: poster.map((one) => one.userId) },
    },
  });
  return {
    answer: shared === 0 ? "MET" : "PERSON_DECIDES",
    inputs: { shared },
    formula: "members of the taker who are members of the poster = 0",
    source: RELATED_SOURCE,
  };
}

const tellTaker =
  (kind: Extract<ChallengeNotice, `challengeIntention${string}`>): MoveHook<IntentionRow> =>
  async ({ tx, subjects, now }) => {
    for (const row of subjects) {
      const { title } = row.challenge;
      await tellTraders(tx, row.organisationId, {
        kind,
        params: { title },
        href: intentionHref(row.id),
        key: `${row.id}:${now.getTime()}`,
      });
    }
  };

/** How intentions move. Whoever moves one has locked its challenge first (lockChallenge). */
export const challengeIntentionConduct: Conduct<
  IntentionRow,
  IntentionState,
  IntentionMove,
  IntentionRelation,
  ConditionId,
  never
> = {
  procedure: challengeIntentionProcedure,
  table: "ChallengeIntention",

  async load(tx, ids) {
    const where = { id: { in: [...ids] } };
    return tx.challengeIntention.findMany({
      where,
      orderBy: { id: "asc" },
      select: intentionSelect,
    });
  },

  relations(actor, row) {
    if (actor.kind === "SYSTEM") return new Set<IntentionRelation>(["market"]);
    const found = new Set<IntentionRelation>();
    const { organisationId, regionCode } = row.challenge;
    if (can(actor, "challenge.intend", { organisationId: row.organisationId })) found.add("taker");
    if (can(actor, "challenge.create", { organisationId })) found.add("poster");
    if (can(actor, "challenge.vet", { regionCode })) found.add("office");
    if (can(actor, "challenge.operate", { regionCode })) found.add("operator");
    return found;
  },

  conditions: {
    open: ({ subject, now }) => {
      const { state, intentionsDueAt } = subject.challenge;
      const isOpen = state === "PUBLISHED" && intentionsDueAt !== null && now < intentionsDueAt;
      return conditionOf(isOpen, {
        inputs: { state, due: intentionsDueAt?.toISOString() ?? null, now: now.toISOString() },
        formula: "state = PUBLISHED and now < due",
        source: JINAN,
        code: "challenge_closed",
      });
    },
    agreement,
    "not-poster": ({ subject }) =>
      conditionOf(subject.organisationId !== subject.challenge.organisationId, {
        inputs: { taker: subject.organisationId, poster: subject.challenge.organisationId },
        formula: "taker <> poster",
        source: RELATED_SOURCE,
        code: "challenge_own",
      }),
    complete: ({ subject }) => {
      const targets = readTargets(subject.challenge.targets).length;
      const missing = missingIntentionParts(readIntention(subject.content), targets);
      return conditionOf(missing.length === 0, {
        inputs: { missing },
        formula: "no part of the one-page form is missing",
        source: JINAN,
        code: "challenge_intention_incomplete",
        ...(missing[0] ? { field: missing[0] } : {}),
      });
    },
    declared: ({ subject }) =>
      conditionOf(subject.isRelated !== null, {
        inputs: { isRelated: subject.isRelated },
        formula: "control, common control and significant influence are answered",
        source: RELATED_SOURCE,
        code: "challenge_not_declared",
        field: "control",
      }),
    "real-name": ({ actor }) => {
      const level = actor.kind === "USER" ? actor.realNameLevel : L2;
      return conditionOf(level >= L2, {
        inputs: { level },
        formula: "real-name level >= L2",
        source: MARKET_RULE,
        code: "challenge_real_name",
      });
    },
    "may-trade": mayTrade,
    screening: ({ subject }) =>
      conditionOf(subject.challenge.state === "SCREENING", {
        inputs: { state: subject.challenge.state },
        formula: "the challenge is being screened",
        source: JINAN,
        code: "challenge_not_screening",
      }),
    appraising: ({ subject }) =>
      conditionOf(subject.challenge.state === "APPRAISAL", {
        inputs: { state: subject.challenge.state },
        formula: "the challenge is being appraised",
        source: JINAN,
        code: "challenge_not_appraising",
      }),
    "not-own": ({ subject, actor }) =>
      conditionOf(membershipOf(actor, subject.organisationId) === null, {
        inputs: { organisationId: subject.organisationId },
        formula: "whoever screens is no member of the taker",
        source: CONFLICT_SOURCE,
        code: "own_organisation",
      }),
    unrelated: ({ subject }) =>
      conditionOf(subject.isRelated === false, {
        inputs: { isRelated: subject.isRelated },
        formula: "no control, common control or significant influence between taker and poster",
        source: RELATED_SOURCE,
        code: "challenge_related",
      }),
    "no-shared-people": sharedPeople,
  },

  before: {
    submit: async ({ tx, subjects, now, actor }) => {
      const ids = subjects.map((row) => row.id);
      const author = actor.kind === "USER" ? { userId: actor.userId } : {};
      await tx.challengeIntention.updateMany({
        where: { id: { in: ids } },
        data: { submittedAt: now, ...author },
      });
    },
    replace: async ({ tx, subjects, now }) => {
      const ids = subjects.map((row) => row.id);
      await tx.challengeIntention.updateMany({
        where: { id: { in: ids } },
        data: { submittedAt: now },
      });
    },
    refuse: async ({ tx, subjects, input }) => {
      const ids = subjects.map((row) => row.id);
      await tx.challengeIntention.updateMany({
        where: { id: { in: ids } },
        data: { screeningNote: input.note?.trim() ?? "" },
      });
    },
    exclude: async ({ tx, subjects, input }) => {
      const ids = subjects.map((row) => row.id);
      const screeningNote = input.note?.trim() ?? "";
      await tx.challengeIntention.updateMany({
        where: { id: { in: ids } },
        data: { screeningNote, scoreHundredths: null, rank: null },
      });
    },
    reconsider: async ({ tx, subjects }) => {
      const ids = subjects.map((row) => row.id);
      await tx.challengeIntention.updateMany({
        where: { id: { in: ids } },
        data: { screeningNote: "" },
      });
    },
  },

  after: {
    submit: tellTaker("challengeIntentionReceived"),
    replace: tellTaker("challengeIntentionReceived"),
    admit: tellTaker("challengeIntentionEligible"),
    refuse: tellTaker("challengeIntentionRefused"),
    exclude: async (context) => {
      await tellTaker("challengeIntentionRefused")(context);
      for (const row of context.subjects) await rankTakers(context.tx, row.challengeId);
    },
    select: tellTaker("challengeIntentionSelected"),
    release: tellTaker("challengeIntentionReleased"),
  },
};

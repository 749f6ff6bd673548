import { can } from "~/domain/identity/permission-rules";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import type { Tx } from "~/platform/db.server";
import { agreementHash } from "./agreement-hash.server";
import { type ChallengeConditionId, challengeConditions } from "./challenge-conditions.server";
import {
  moveIntentions,
  refuseRelated,
  releaseEverybody,
  tellInterested,
  tellPoster,
  tellReviewers,
  wakeAt,
} from "./challenge-effects.server";
import {
  type ChallengeMove,
  type ChallengeRelation,
  type ChallengeState,
  challengeProcedure,
} from "./challenge-procedure";
import { type ChallengeRow, challengeSelect } from "./challenge-rows.server";
import { reopenAppraisal } from "./reopen-appraisal.server";
import { findBestReserve } from "./reserve-queries.server";
import { seatTakers } from "./seat-takers.server";

type ClockId = keyof typeof challengeProcedure.clocks;
type Hook = MoveHook<ChallengeRow>;

const each =
  (work: (tx: Tx, row: ChallengeRow, now: Date, note: string) => Promise<void>): Hook =>
  async ({ tx, subjects, now, input }) => {
    for (const row of subjects) await work(tx, row, now, input.note?.trim() ?? "");
  };

const end = each(async (tx, row, closedAt, closeNote) => {
  await tx.challenge.update({ where: { id: row.id }, data: { closedAt, closeNote } });
});

const noTaker = each(async (tx, row, now) => {
  await releaseEverybody(tx, row, "");
  await tellPoster(tx, row, "challengeNoTaker", now);
  await tellInterested(tx, row, "challengeEnded", now);
});

const ended = each(async (tx, row, now, note) => {
  await releaseEverybody(tx, row, note);
  await tellPoster(tx, row, "challengeEnded", now);
  await tellInterested(tx, row, "challengeEnded", now);
});

const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];

const beginPublicity: Hook = async ({ tx, subjects, now, input }) => {
  for (const row of subjects) {
    await moveIntentions(tx, row.id, ["ELIGIBLE"], "select", idsOf(input.selected));
    await moveIntentions(tx, row.id, ["ELIGIBLE"], "reserve", idsOf(input.reserve));
    const { dueAt } = await tx.procedureClock.findFirstOrThrow({
      where: {
        procedure: challengeProcedure.name,
        subjectId: row.id,
        clock: "publicity",
        firedAt: null,
        stoppedAt: null,
      },
      select: { dueAt: true },
    });
    await tx.challenge.update({ where: { id: row.id }, data: { publicityEndsAt: dueAt } });
    await wakeAt(tx, row.id, dueAt);
    await tellInterested(tx, row, "challengeProposed", now);
  }
};

/** How challenges move. */
export const challengeConduct: Conduct<
  ChallengeRow,
  ChallengeState,
  ChallengeMove,
  ChallengeRelation,
  ChallengeConditionId,
  ClockId
> = {
  procedure: challengeProcedure,
  table: "Challenge",

  async load(tx, ids) {
    const where = { id: { in: [...ids] } };
    return tx.challenge.findMany({ where, orderBy: { id: "asc" }, select: challengeSelect });
  },

  relations(actor, row) {
    if (actor.kind === "SYSTEM") return new Set<ChallengeRelation>(["market"]);
    const found = new Set<ChallengeRelation>();
    const { organisationId, regionCode } = row;
    if (can(actor, "challenge.create", { organisationId })) found.add("poster");
    if (can(actor, "challenge.decide", { organisationId })) found.add("decider");
    if (can(actor, "challenge.vet", { regionCode })) found.add("office");
    if (can(actor, "challenge.operate", { regionCode })) found.add("operator");
    return found;
  },

  conditions: challengeConditions,

  before: {
    publish: each(async (tx, row, publishedAt) => {
      const hash = agreementHash(row.id, row.agreementText);
      await tx.challenge.update({
        where: { id: row.id },
        data: { publishedAt, agreementHash: hash },
      });
    }),
    extend: async ({ tx, subjects, input }) => {
      const intentionsDueAt = new Date(String(input.dueAt));
      const ids = subjects.map((row) => row.id);
      await tx.challenge.updateMany({ where: { id: { in: ids } }, data: { intentionsDueAt } });
    },
    close: end,
    relist: end,
    withdraw: end,
    terminate: end,
  },

  after: {
    submit: each((tx, row, now) => tellReviewers(tx, row, "challengeToVet", now)),
    return: each((tx, row, now, note) => tellPoster(tx, row, "challengeReturned", now, { note })),
    publish: each(async (tx, row, now) => {
      if (row.intentionsDueAt) await wakeAt(tx, row.id, row.intentionsDueAt);
      await tellPoster(tx, row, "challengePublished", now);
    }),
    extend: async ({ tx, subjects, now, input }) => {
      for (const row of subjects) {
        await wakeAt(tx, row.id, new Date(String(input.dueAt)));
        await tellInterested(tx, row, "challengeExtended", now);
      }
    },
    closeIntentions: each(async (tx, row, now) => {
      await refuseRelated(tx, row.id);
      await tellPoster(tx, row, "challengeToScreen", now);
      await tellReviewers(tx, row, "challengeToScreen", now);
    }),
    noIntentions: noTaker,
    noneEligible: noTaker,
    noneFit: noTaker,
    propose: beginPublicity,
    uphold: each(async (tx, row, now) => {
      await moveIntentions(tx, row.id, ["SELECTED", "RESERVE"], "recall");
      await reopenAppraisal(tx, row, now);
      await tellPoster(tx, row, "challengeObjectionUpheld", now);
    }),
    seatReserve: each(async (tx, row, now) => {
      const id = await findBestReserve(tx, row.id);
      if (id) await moveIntentions(tx, row.id, ["RESERVE"], "select", [id]);
      await seatTakers(tx, row);
      await tellPoster(tx, row, "challengeStarted", now);
    }),
    start: each(async (tx, row, now) => {
      await moveIntentions(tx, row.id, ["ELIGIBLE"], "release");
      await seatTakers(tx, row);
      await tellPoster(tx, row, "challengeStarted", now);
    }),
    close: ended,
    withdraw: ended,
    terminate: ended,
  },
};

import { can } from "~/domain/identity/permission-rules";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import type { Tx } from "~/platform/db.server";
import { takerHref } from "./challenge-href";
import { tellPublishers, tellTraders } from "./challenge-notices.server";
import {
  challengeTakerProcedure,
  type TakerMove,
  type TakerRelation,
  type TakerState,
} from "./challenge-taker-procedure";
import { scoutPart } from "./reward-rules";
import { type TakerConditionId, takerConditions } from "./taker-conditions.server";
import { type TakerRow, takerSelect } from "./taker-rows.server";

type ClockId = keyof typeof challengeTakerProcedure.clocks;

const each =
  (work: (tx: Tx, row: TakerRow, note: string, now: Date) => Promise<void>): MoveHook<TakerRow> =>
  async ({ tx, subjects, input, now }) => {
    for (const row of subjects) await work(tx, row, input.note?.trim() ?? "", now);
  };

const end = each(async (tx, row, resultNote, endedAt) => {
  await tx.challengeTaker.update({ where: { id: row.id }, data: { resultNote, endedAt } });
});

/** How takers move. Whoever moves one has locked its challenge first (lockTaker). */
export const challengeTakerConduct: Conduct<
  TakerRow,
  TakerState,
  TakerMove,
  TakerRelation,
  TakerConditionId,
  ClockId
> = {
  procedure: challengeTakerProcedure,
  table: "ChallengeTaker",

  async load(tx, ids) {
    const where = { id: { in: [...ids] } };
    return tx.challengeTaker.findMany({ where, orderBy: { id: "asc" }, select: takerSelect });
  },

  relations(actor, row) {
    if (actor.kind === "SYSTEM") return new Set<TakerRelation>(["market"]);
    const found = new Set<TakerRelation>();
    const { organisationId, regionCode, experts } = row.challenge;
    if (can(actor, "challenge.intend", { organisationId: row.organisationId })) found.add("taker");
    if (can(actor, "challenge.decide", { organisationId })) found.add("poster");
    if (can(actor, "challenge.operate", { regionCode })) found.add("operator");
    const isExpert = experts.some(
      (one) => one.userId === actor.userId && one.acceptedAt !== null && one.recusedAt === null,
    );
    if (isExpert) found.add("expert");
    return found;
  },

  conditions: takerConditions,

  before: {
    nextStage: each(async (tx, row) => {
      await tx.challengeTaker.update({ where: { id: row.id }, data: { stage: row.stage + 1 } });
    }),
    pass: async ({ tx, subjects, input, now }) => {
      const rewardFen = BigInt(String(input.rewardFen));
      for (const row of subjects) {
        const hasScout = row.intention.scoutUserId !== null;
        await tx.challengeTaker.update({
          where: { id: row.id },
          data: {
            rewardFen,
            scoutRewardFen: hasScout ? scoutPart(rewardFen, row.challenge.scoutShareBp) : null,
            resultNote: input.note?.trim() ?? "",
            endedAt: now,
          },
        });
      }
    },
    fail: end,
    exempt: each(async (tx, row, resultNote) => {
      await tx.challengeTaker.update({ where: { id: row.id }, data: { resultNote } });
    }),
    eliminate: end,
    terminate: end,
  },

  async afterEach({ tx, subjects, input, actor, now }) {
    for (const row of subjects) {
      const told = {
        kind: "challengeTakerMoved" as const,
        params: { title: row.challenge.title, organisation: row.organisation.legalName },
        href: takerHref(row.id),
        key: `${row.id}:${now.getTime()}:${input.note?.length ?? 0}`,
      };
      const isTaker =
        actor.kind === "USER" &&
        can(actor, "challenge.intend", { organisationId: row.organisationId });
      if (isTaker) await tellPublishers(tx, row.challenge.organisationId, told);
      else await tellTraders(tx, row.organisationId, told);
    }
  },
};

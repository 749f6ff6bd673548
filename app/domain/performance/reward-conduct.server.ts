import { can } from "~/domain/identity/permission-rules";
import { notify } from "~/domain/notifications/notify.server";
import { dateColumn } from "~/domain/shared/clock";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import type { Tx } from "~/platform/db.server";
import { rewardHref } from "./performance-href";
import { type RewardConditionId, rewardConditions } from "./reward-conditions.server";
import {
  type RewardMove,
  type RewardRelation,
  type RewardState,
  rewardProcedure,
} from "./reward-procedure";
import { loadRewards, type RewardRow } from "./reward-rows.server";

type ClockId = keyof typeof rewardProcedure.clocks;

/** The end of the publicity as its clock has it now, for the public page and the lists. */
const copyEnd: MoveHook<RewardRow> = async ({ tx, subjects }) => {
  for (const { id } of subjects) {
    const running = await tx.procedureClock.findFirst({
      where: { procedure: "reward", subjectId: id, firedAt: null, stoppedAt: null },
      orderBy: { startedAt: "desc" },
      select: { dueAt: true, suspendedAt: true },
    });
    const endsAt = running && !running.suspendedAt ? running.dueAt : null;
    await tx.rewardSheet.update({ where: { id }, data: { endsAt } });
  }
};

/** Everybody on the sheet who is known here: the money is theirs, and so is the name. */
async function tellPersons(tx: Tx, row: RewardRow, kind: "rewardPublished" | "rewardConfirmed") {
  await notify(tx, {
    userIds: row.shares.flatMap((one) => one.userId ?? []),
    kind,
    params: { contract: row.contract.title, organisation: row.organisation.legalName },
    href: rewardHref(row.id),
  });
}

/** How reward sheets move: administrators of the unit, and the market when somebody objects. */
export const rewardConduct: Conduct<
  RewardRow,
  RewardState,
  RewardMove,
  RewardRelation,
  RewardConditionId,
  ClockId
> = {
  procedure: rewardProcedure,
  table: "RewardSheet",
  load: loadRewards,

  relations(actor, row) {
    if (actor.kind === "SYSTEM") return new Set<RewardRelation>(["market"]);
    const { organisationId } = row;
    return new Set<RewardRelation>(can(actor, "reward.run", { organisationId }) ? ["unit"] : []);
  },

  conditions: rewardConditions,

  before: {
    publish: ({ tx, subjects, now }) => stamp(tx, subjects, { startedAt: now }),
    confirmAtOnce: ({ tx, subjects, now }) => stamp(tx, subjects, { confirmedAt: now }),
    confirm: ({ tx, subjects, now }) => stamp(tx, subjects, { confirmedAt: now }),
    pay: ({ tx, subjects, input }) =>
      stamp(tx, subjects, {
        paidOn: typeof input.paidOn === "string" ? dateColumn(input.paidOn) : null,
      }),
  },

  after: {
    publish: async (context) => {
      await copyEnd(context);
      for (const row of context.subjects) await tellPersons(context.tx, row, "rewardPublished");
    },
    object: copyEnd,
    resume: copyEnd,
    confirm: async ({ tx, subjects }) => {
      for (const row of subjects) await tellPersons(tx, row, "rewardConfirmed");
    },
    confirmAtOnce: async ({ tx, subjects }) => {
      for (const row of subjects) await tellPersons(tx, row, "rewardConfirmed");
    },
  },
};

async function stamp(
  tx: Tx,
  subjects: readonly { id: string }[],
  data: { startedAt?: Date; confirmedAt?: Date; paidOn?: Date | null },
): Promise<void> {
  const ids = subjects.map((row) => row.id);
  await tx.rewardSheet.updateMany({ where: { id: { in: ids } }, data });
}

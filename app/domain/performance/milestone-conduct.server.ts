import { recordDealEvent } from "~/domain/deals/record-deal-event.server";
import { can } from "~/domain/identity/permission-rules";
import { notify } from "~/domain/notifications/notify.server";
import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import {
  type MilestoneMove,
  type MilestoneRelation,
  type MilestoneState,
  milestoneProcedure,
} from "./milestone-procedure";
import { performanceHref } from "./performance-href";
import { listSideUserIds } from "./performance-people.server";
import { loadMilestones, type MilestoneRow } from "./performance-rows.server";
import { contractRuns } from "./running-condition";

type ConditionId = "contract-runs" | "report-given" | "same-report";
type ClockId = keyof typeof milestoneProcedure.clocks;
type Told = "milestoneSubmitted" | "milestoneAccepted" | "milestoneRejected";

const SOURCE = "Civil Code arts. 509, 857–859: performance as agreed, accepted by the other side";

/** Tells the room and the side that did not act. */
const tell =
  (kind: Told): MoveHook<MilestoneRow> =>
  async ({ tx, subjects, actor, input, now }) => {
    for (const row of subjects) {
      const { dealId, deal } = row.contract;
      const title = row.title || row.contract.title;
      const note = input.note?.trim() ?? "";
      const href = performanceHref(dealId);
      const isSupply = kind === "milestoneSubmitted";
      const organisationId = isSupply ? deal.supplyOrganisationId : deal.demandOrganisationId;
      const author = actor.kind === "USER" ? { userId: actor.userId, organisationId } : null;
      const params = { title, ...(kind === "milestoneRejected" ? { note } : {}) };
      await recordDealEvent(tx, dealId, { code: kind, params, href }, author);
      await notify(tx, {
        userIds: await listSideUserIds(tx, dealId, isSupply ? "DEMAND" : "SUPPLY"),
        kind,
        params: { title, contract: row.contract.title, note },
        href,
        dedupeKey: `milestone:${row.id}:${kind}:${now.getTime()}`,
      });
    }
  };

/** How milestones move. Whoever moves one has locked the room first (lockDeal). */
export const milestoneConduct: Conduct<
  MilestoneRow,
  MilestoneState,
  MilestoneMove,
  MilestoneRelation,
  ConditionId,
  ClockId
> = {
  procedure: milestoneProcedure,
  table: "Milestone",
  load: loadMilestones,

  relations(actor, row) {
    if (actor.kind === "SYSTEM") return new Set<MilestoneRelation>(["market"]);
    const { supplyOrganisationId, demandOrganisationId } = row.contract.deal;
    const found = new Set<MilestoneRelation>();
    if (can(actor, "milestone.report", { organisationId: supplyOrganisationId })) {
      found.add("supply");
    }
    if (can(actor, "milestone.accept", { organisationId: demandOrganisationId })) {
      found.add("demand");
    }
    return found;
  },

  conditions: {
    "contract-runs": ({ subject }) => contractRuns(subject.contract.state),
    "report-given": ({ subject }) =>
      conditionOf(subject.report.trim() !== "", {
        inputs: { characters: [...subject.report.trim()].length },
        formula: "the report is not empty",
        source: SOURCE,
        code: "required",
        field: "report",
      }),
    "same-report": ({ subject, input }) => {
      const submittedAt = subject.submittedAt?.toISOString() ?? null;
      return conditionOf(submittedAt !== null && input.submittedAt === submittedAt, {
        inputs: { shown: input.submittedAt ?? null, present: submittedAt },
        formula: "the report accepted is the one that was shown",
        source: SOURCE,
        code: "changed_meanwhile",
      });
    },
  },

  before: {
    accept: async ({ tx, subjects, actor, now }) => {
      const acceptedById = actor.kind === "USER" ? actor.userId : null;
      const ids = subjects.map((row) => row.id);
      await tx.milestone.updateMany({
        where: { id: { in: ids } },
        data: { acceptedAt: now, acceptedById, rejectionNote: "" },
      });
    },
    reject: async ({ tx, subjects, input }) => {
      const ids = subjects.map((row) => row.id);
      const rejectionNote = input.note?.trim() ?? "";
      await tx.milestone.updateMany({ where: { id: { in: ids } }, data: { rejectionNote } });
    },
  },

  after: {
    submit: tell("milestoneSubmitted"),
    accept: tell("milestoneAccepted"),
    reject: tell("milestoneRejected"),
  },
};

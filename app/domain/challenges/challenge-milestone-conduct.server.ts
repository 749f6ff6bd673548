import { can } from "~/domain/identity/permission-rules";
import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import { takerHref } from "./challenge-href";
import {
  type ChallengeMilestoneMove,
  type ChallengeMilestoneRelation,
  type ChallengeMilestoneState,
  challengeMilestoneProcedure,
} from "./challenge-milestone-procedure";
import { tellPublishers, tellTraders } from "./challenge-notices.server";
import { JINAN } from "./rule-sources";

export const milestoneSelect = {
  id: true,
  state: true,
  takerId: true,
  sort: true,
  title: true,
  report: true,
  reportedAt: true,
  taker: {
    select: {
      id: true,
      state: true,
      organisationId: true,
      challenge: { select: { id: true, title: true, state: true, organisationId: true } },
    },
  },
} as const;

type MilestoneRow = {
  id: string;
  state: string;
  takerId: string;
  sort: number;
  title: string;
  report: string;
  reportedAt: Date | null;
  taker: {
    id: string;
    state: string;
    organisationId: string;
    challenge: { id: string; title: string; state: string; organisationId: string };
  };
};

const decide: MoveHook<MilestoneRow> = async ({ tx, subjects, actor, input, now }) => {
  const decidedById = actor.kind === "USER" ? actor.userId : null;
  await tx.challengeMilestone.updateMany({
    where: { id: { in: subjects.map((row) => row.id) } },
    data: { decidedAt: now, decidedById, decisionNote: input.note?.trim() ?? "" },
  });
};

const tell =
  (isReport: boolean): MoveHook<MilestoneRow> =>
  async ({ tx, subjects, now }) => {
    for (const row of subjects) {
      const { challenge } = row.taker;
      const told = {
        kind: isReport
          ? ("challengeMilestoneReported" as const)
          : ("challengeMilestoneDecided" as const),
        params: { title: challenge.title, milestone: row.title },
        href: takerHref(row.takerId),
        key: `${row.id}:${now.getTime()}`,
      };
      if (isReport) await tellPublishers(tx, challenge.organisationId, told);
      else await tellTraders(tx, row.taker.organisationId, told);
    }
  };

/** How milestones of a taker move. Whoever moves one has locked the challenge first (lockTaker). */
export const challengeMilestoneConduct: Conduct<
  MilestoneRow,
  ChallengeMilestoneState,
  ChallengeMilestoneMove,
  ChallengeMilestoneRelation,
  "taker-runs" | "report-given" | "same-report",
  never
> = {
  procedure: challengeMilestoneProcedure,
  table: "ChallengeMilestone",

  async load(tx, ids) {
    return tx.challengeMilestone.findMany({
      where: { id: { in: [...ids] } },
      orderBy: { id: "asc" },
      select: milestoneSelect,
    });
  },

  relations(actor, row) {
    const found = new Set<ChallengeMilestoneRelation>();
    if (actor.kind !== "USER") return found;
    const { organisationId, challenge } = row.taker;
    if (can(actor, "challenge.intend", { organisationId })) found.add("taker");
    if (can(actor, "challenge.decide", { organisationId: challenge.organisationId })) {
      found.add("poster");
    }
    return found;
  },

  conditions: {
    "taker-runs": ({ subject }) => {
      const { state, challenge } = subject.taker;
      return conditionOf(state === "RUNNING" && challenge.state === "RUNNING", {
        inputs: { taker: state, challenge: challenge.state },
        formula: "taker and challenge run",
        source: JINAN,
        code: "challenge_taker_not_running",
      });
    },
    "report-given": ({ subject }) =>
      conditionOf(subject.report.trim() !== "", {
        inputs: { characters: [...subject.report.trim()].length },
        formula: "the report is not empty",
        source: JINAN,
        code: "required",
        field: "report",
      }),
    "same-report": ({ subject, input }) => {
      const present = subject.reportedAt?.toISOString() ?? null;
      return conditionOf(present !== null && input.reportedAt === present, {
        inputs: { shown: input.reportedAt ?? null, present },
        formula: "the report that is accepted is the one that was shown",
        source: JINAN,
        code: "changed_meanwhile",
      });
    },
  },

  before: { accept: decide, sendBack: decide, fail: decide, retry: decide },
  after: {
    report: tell(true),
    accept: tell(false),
    sendBack: tell(false),
    fail: tell(false),
    retry: tell(false),
  },
};

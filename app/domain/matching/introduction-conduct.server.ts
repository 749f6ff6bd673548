import { can } from "~/domain/identity/permission-rules";
import { notify } from "~/domain/notifications/notify.server";
import { listPublisherIds } from "~/domain/notifications/recipients-queries.server";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { conditionOf } from "~/domain/shared/procedure/condition";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import type { Tx } from "~/platform/db.server";
import { isDeclineCode } from "./answer-schema";
import type { introductionProcedure as Table } from "./introduction-procedure";
import {
  type IntroductionMove,
  type IntroductionRelation,
  type IntroductionState,
  introductionProcedure,
} from "./introduction-procedure";
import { type IntroductionRow, introductionSelect, listingsOf } from "./introduction-rows.server";
import { recountInterest } from "./recount-interest.server";

type ConditionId = "real-name" | "reason-given";
type ClockId = keyof typeof Table.clocks;

/** Lowest real-name level that may take part: mail or phone confirmed. */
export const PARTICIPANT_LEVEL = 1;

export function introductionHref(id: string): string {
  return `/desk/introductions/${id}`;
}

const each =
  (work: (tx: Tx, row: IntroductionRow) => Promise<void>): MoveHook<IntroductionRow> =>
  async ({ tx, subjects }) => {
    for (const row of subjects) await work(tx, row);
  };

/** How requests for an introduction move; the other side is told of every move. */
export const introductionConduct: Conduct<
  IntroductionRow,
  IntroductionState,
  IntroductionMove,
  IntroductionRelation,
  ConditionId,
  ClockId
> = {
  procedure: introductionProcedure,
  table: "Introduction",

  async load(tx, ids) {
    const where = { id: { in: [...ids] } };
    return tx.introduction.findMany({ where, orderBy: { id: "asc" }, select: introductionSelect });
  },

  relations(actor, row) {
    if (actor.kind === "SYSTEM") return new Set<IntroductionRelation>(["market"]);
    const found = new Set<IntroductionRelation>();
    if (can(actor, "introduction.request", { organisationId: row.fromOrganisationId })) {
      found.add("requester");
    }
    if (can(actor, "introduction.answer", { organisationId: row.toOrganisationId })) {
      found.add("receiver");
    }
    return found;
  },

  conditions: {
    "real-name": ({ actor }) => {
      const level = actor.kind === "USER" ? actor.realNameLevel : PARTICIPANT_LEVEL;
      return conditionOf(level >= PARTICIPANT_LEVEL, {
        inputs: { level },
        formula: `level >= ${PARTICIPANT_LEVEL}`,
        source: "the market's own rule on introductions",
        code: "introduction_real_name",
      });
    },
    "reason-given": ({ input }) =>
      conditionOf(isDeclineCode(input.declineCode), {
        inputs: { declineCode: input.declineCode ?? null },
        formula: "declineCode is in the list of reasons",
        source: "the market's own rule on introductions",
        code: "decline_reason_required",
        field: "declineCode",
      }),
  },

  before: {
    accept: async ({ tx, subjects, now }) => {
      const ids = subjects.map((row) => row.id);
      await tx.introduction.updateMany({ where: { id: { in: ids } }, data: { answeredAt: now } });
    },
    decline: async ({ tx, subjects, now, input }) => {
      const declineCode = isDeclineCode(input.declineCode) ? input.declineCode : null;
      const ids = subjects.map((row) => row.id);
      await tx.introduction.updateMany({
        where: { id: { in: ids } },
        data: { answeredAt: now, declineCode },
      });
    },
  },

  after: {
    accept: each(async (tx, row) => {
      const { asked } = listingsOf(row);
      const receiver = await tx.organisation.findUniqueOrThrow({
        where: { id: row.toOrganisationId },
        select: { legalName: true },
      });
      await notify(tx, {
        userIds: await requesterIds(tx, row),
        kind: "introductionAccepted",
        params: { organisation: receiver.legalName, title: asked.title },
        href: introductionHref(row.id),
        dedupeKey: `introduction:${row.id}:accepted`,
      });
    }),
    decline: each(async (tx, row) => {
      await notify(tx, {
        userIds: await requesterIds(tx, row),
        kind: "introductionDeclined",
        params: { title: listingsOf(row).asked.title },
        href: introductionHref(row.id),
        dedupeKey: `introduction:${row.id}:declined`,
      });
    }),
    withdraw: each(async (tx, row) => {
      const { kind, asked } = listingsOf(row);
      await recountInterest(tx, kind, asked.id);
      await notify(tx, {
        userIds: await listPublisherIds(tx, row.toOrganisationId),
        kind: "introductionWithdrawn",
        params: { title: asked.title },
        href: introductionHref(row.id),
        dedupeKey: `introduction:${row.id}:withdrawn`,
      });
    }),
    lapse: each(async (tx, row) => {
      const notice = {
        params: { title: listingsOf(row).asked.title },
        href: introductionHref(row.id),
        dedupeKey: `introduction:${row.id}:lapsed`,
      };
      await notify(tx, {
        ...notice,
        userIds: await requesterIds(tx, row),
        kind: "introductionLapsed",
      });
      await notify(tx, {
        ...notice,
        userIds: await listPublisherIds(tx, row.toOrganisationId),
        kind: "introductionMissed",
      });
    }),
  },

  afterEach: each((tx, row) => enqueueJob(tx, "realtime.introduction", { introductionId: row.id })),
};

/** Who asked, and whoever else publishes for that organisation. */
async function requesterIds(tx: Tx, row: IntroductionRow): Promise<string[]> {
  const publishers = await listPublisherIds(tx, row.fromOrganisationId);
  const stillThere = await tx.membership.count({
    where: { userId: row.requestedById, organisationId: row.fromOrganisationId, endedAt: null },
  });
  return stillThere > 0 ? [...publishers, row.requestedById] : publishers;
}

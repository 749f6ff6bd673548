import { can } from "~/domain/identity/permission-rules";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import type { Tx } from "~/platform/db.server";
import { waiveUnconfirmed } from "../call/waive-unconfirmed.server";
import { type RoadshowConditionId, roadshowConditions } from "./roadshow-conditions.server";
import { tellEverybody, tellOffice, tellOrganiser } from "./roadshow-notices.server";
import {
  type RoadshowMove,
  type RoadshowRelation,
  type RoadshowState,
  roadshowProcedure,
} from "./roadshow-procedure";
import { type RoadshowRow, roadshowSelect } from "./roadshow-rows.server";

type ClockId = keyof typeof roadshowProcedure.clocks;
type Hook = MoveHook<RoadshowRow>;

const each =
  (work: (tx: Tx, row: RoadshowRow, now: Date, note: string) => Promise<void>): Hook =>
  async ({ tx, subjects, now, input }) => {
    for (const row of subjects) await work(tx, row, now, input.note?.trim() ?? "");
  };

type Columns = {
  submittedAt?: Date | null;
  approvedAt?: Date;
  callOpenedAt?: Date;
  liveAt?: Date;
  reportedAt?: Date;
  closedAt?: Date;
  vettingNote?: string;
  cancelNote?: string;
};

const write = (data: (now: Date, note: string) => Columns): Hook =>
  each(async (tx, { id }, now, note) => {
    await tx.roadshow.update({ where: { id }, data: data(now, note) });
  });

const BEFORE_PUBLICATION = ["DRAFT", "VETTING"];

/** How events move. */
export const roadshowConduct: Conduct<
  RoadshowRow,
  RoadshowState,
  RoadshowMove,
  RoadshowRelation,
  RoadshowConditionId,
  ClockId
> = {
  procedure: roadshowProcedure,
  table: "Roadshow",

  async load(tx, ids) {
    const where = { id: { in: [...ids] } };
    return tx.roadshow.findMany({ where, orderBy: { id: "asc" }, select: roadshowSelect });
  },

  relations(actor, { organisationId, regionCode }) {
    if (actor.kind === "SYSTEM") return new Set<RoadshowRelation>(["market"]);
    const found = new Set<RoadshowRelation>();
    if (can(actor, "roadshow.organise", { organisationId })) found.add("organiser");
    if (can(actor, "roadshow.operate", { regionCode })) found.add("office");
    return found;
  },

  conditions: roadshowConditions,

  before: {
    submit: write((submittedAt) => ({ submittedAt, vettingNote: "" })),
    recall: write(() => ({ submittedAt: null })),
    approve: write((approvedAt, vettingNote) => ({ approvedAt, vettingNote })),
    sendBack: write((_now, vettingNote) => ({ vettingNote })),
    openCall: write((callOpenedAt) => ({ callOpenedAt })),
    goLive: write((liveAt) => ({ liveAt })),
    report: write((reportedAt) => ({ reportedAt })),
    close: write((closedAt) => ({ closedAt })),
    cancel: each(async (tx, { id }, closedAt, cancelNote) => {
      const sequence = { increment: 1 };
      await tx.roadshow.update({
        where: { id },
        data: { closedAt, cancelNote, sequence, changedAt: closedAt },
      });
    }),
  },

  after: {
    submit: each((tx, row, now) =>
      tellOffice(tx, row, {
        kind: "roadshowToApprove",
        params: { title: row.title, organisation: row.organisation.legalName },
        key: `${row.id}:${now.getTime()}`,
      }),
    ),
    approve: each((tx, row, now) =>
      tellOrganiser(tx, row, {
        kind: "roadshowApproved",
        params: { title: row.title },
        key: `${row.id}:${now.getTime()}`,
      }),
    ),
    sendBack: each((tx, row, now, note) =>
      tellOrganiser(tx, row, {
        kind: "roadshowSentBack",
        params: { title: row.title, note },
        key: `${row.id}:${now.getTime()}`,
      }),
    ),
    closeCall: each((tx, row, now) =>
      tellOrganiser(tx, row, {
        kind: "roadshowCallClosed",
        params: { title: row.title },
        key: `${row.id}:${now.getTime()}`,
      }),
    ),
    report: each(async (tx, { id }) => {
      await waiveUnconfirmed(tx, id);
      await enqueueJob(tx, "roadshows.leads", { roadshowId: id }, { key: `roadshows.leads:${id}` });
    }),
    cancel: each(async (tx, row, _now, note) => {
      const told = {
        kind: "roadshowCancelled",
        params: { title: row.title, note },
        key: row.id,
      } as const;
      if (row.state === "VETTING") await tellOffice(tx, row, told);
      if (BEFORE_PUBLICATION.includes(row.state)) await tellOrganiser(tx, row, told);
      else await tellEverybody(tx, row, told);
    }),
  },
};

import { can } from "~/domain/identity/permission-rules";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import type { Conduct, MoveHook } from "~/domain/shared/procedure/conduct";
import type { Tx } from "~/platform/db.server";
import { ensureParticipant } from "../people/ensure-participant.server";
import { releaseRole } from "../people/release-role.server";
import { confirmDeadline } from "./confirm-deadline.server";
import { dateText } from "./deadline-text";
import { findRecusals } from "./find-recusals.server";
import { presenterAccount } from "./presenter-account";
import { type ProjectConditionId, projectConditions } from "./project-conditions.server";
import {
  type PitchNotice,
  tellOrganiser,
  tellOwner,
  tellReviewers,
} from "./project-notices.server";
import {
  type ProjectMove,
  type ProjectRelation,
  type ProjectState,
  projectProcedure,
} from "./project-procedure";
import { type ProjectRow, projectSelect } from "./project-rows.server";
import { reserveDeadline } from "./reserve-deadline.server";

type Columns = Parameters<Tx["roadshowProject"]["update"]>[0]["data"];
type Given = { row: ProjectRow; note: string; now: Date; tx: Tx };

/** Writes columns of each subject before its state changes. */
const writing =
  (columns: (given: Given) => Columns | Promise<Columns>): MoveHook<ProjectRow> =>
  async ({ tx, subjects, input, now }) => {
    for (const row of subjects) {
      const data = await columns({ row, note: input.note?.trim() ?? "", now, tx });
      await tx.roadshowProject.update({ where: { id: row.id }, data });
    }
  };

const telling =
  (who: typeof tellOwner, kind: PitchNotice): MoveHook<ProjectRow> =>
  async ({ tx, subjects, input, now }) => {
    const note = input.note?.trim() ?? "";
    for (const { id } of subjects) {
      const row = await tx.roadshowProject.findUniqueOrThrow({
        where: { id },
        select: projectSelect,
      });
      const date = row.confirmDueAt ? dateText(row.confirmDueAt) : "";
      await who(tx, row, { kind, params: { note, date }, key: String(now.getTime()) });
    }
  };

const both =
  (...hooks: MoveHook<ProjectRow>[]): MoveHook<ProjectRow> =>
  async (context) => {
    for (const hook of hooks) await hook(context);
  };

const seekRecusals: MoveHook<ProjectRow> = async ({ tx, subjects }) => {
  const events = new Set(subjects.map((row) => row.roadshowId));
  for (const roadshowId of events) await findRecusals(tx, roadshowId);
};

const seatPresenters: MoveHook<ProjectRow> = async ({ tx, subjects, actor }) => {
  for (const row of subjects) {
    const participant = {
      roadshowId: row.roadshowId,
      userId: presenterAccount(row),
      organisationId: row.organisationId,
      name: row.presenterName,
      organisationName: row.organisation.legalName,
      title: row.presenterTitle,
      role: "PRESENTER" as const,
      locale: row.presenter?.locale ?? "zh-CN",
    };
    await ensureParticipant(tx, participant, actor);
  }
};

/** Who confirms while the event runs gets a place in its public timetable. */
const seekPlace: MoveHook<ProjectRow> = async ({ tx, subjects }) => {
  for (const { id, roadshow } of subjects) {
    if (roadshow.state !== "LIVE") continue;
    const key = `newcomer:${id}`;
    await enqueueJob(tx, "roadshows.placeNewcomer", { projectId: id }, { key });
  }
};

/** Who presents nothing any more is a participant like the others. */
const releasePresenters: MoveHook<ProjectRow> = async ({ tx, subjects, actor }) => {
  for (const row of subjects) {
    const { roadshowId } = row;
    const released = { roadshowId, userId: presenterAccount(row), role: "PRESENTER" as const };
    await releaseRole(tx, released, actor);
  }
};

/** How projects move. Whoever moves one has locked its event first. */
export const projectConduct: Conduct<
  ProjectRow,
  ProjectState,
  ProjectMove,
  ProjectRelation,
  ProjectConditionId,
  never
> = {
  procedure: projectProcedure,
  table: "RoadshowProject",

  async load(tx, ids) {
    const where = { id: { in: [...ids] } };
    return tx.roadshowProject.findMany({ where, orderBy: { id: "asc" }, select: projectSelect });
  },

  relations(actor, row) {
    if (actor.kind === "SYSTEM") return new Set<ProjectRelation>(["market"]);
    const found = new Set<ProjectRelation>();
    const { organisationId, members } = row.roadshow;
    if (can(actor, "roadshow.pitch", { organisationId: row.organisationId })) found.add("owner");
    if (can(actor, "roadshow.organise", { organisationId })) found.add("organiser");
    const isStage = members.some(
      (one) => one.userId === actor.userId && ["STAGE", "MODERATOR"].includes(one.role),
    );
    if (isStage) found.add("stage");
    return found;
  },

  conditions: projectConditions,

  before: {
    submit: writing(({ row, now }) => ({
      submittedAt: now,
      ...(row.side === "SUPPLY" && { noveltyAt: now }),
    })),
    passForm: writing(() => ({ checkNote: "" })),
    returnForm: writing(({ note }) => ({ checkNote: note })),
    select: writing(async ({ row, note, tx }) => ({
      decisionNote: note,
      confirmDueAt: await confirmDeadline(tx, row.roadshow),
    })),
    reserve: writing(({ note }) => ({ decisionNote: note })),
    reject: writing(({ note }) => ({ decisionNote: note })),
    reconsider: writing(() => ({ decisionNote: "", confirmDueAt: null })),
    moveUp: writing(async ({ row, tx }) => ({
      confirmDueAt: await reserveDeadline(tx, row.roadshow),
    })),
    confirm: writing(({ now }) => ({ confirmedAt: now })),
    acceptMaterial: writing(() => ({ materialNote: "" })),
    askAgain: writing(({ note }) => ({ materialNote: note })),
    present: writing(({ now }) => ({ presentedAt: now })),
  },

  after: {
    submit: both(seekRecusals, telling(tellOrganiser, "pitchSubmitted")),
    passForm: async ({ tx, subjects }) => {
      for (const row of subjects) await tellReviewers(tx, row);
    },
    returnForm: telling(tellOwner, "pitchReturned"),
    select: telling(tellOwner, "pitchSelected"),
    reserve: telling(tellOwner, "pitchReserve"),
    reject: telling(tellOwner, "pitchRejected"),
    reconsider: telling(tellOwner, "pitchReconsidered"),
    moveUp: telling(tellOwner, "pitchMovedUp"),
    confirm: both(
      seatPresenters,
      seekRecusals,
      seekPlace,
      telling(tellOrganiser, "pitchConfirmed"),
    ),
    decline: telling(tellOrganiser, "pitchWaived"),
    waive: both(telling(tellOrganiser, "pitchWaived"), telling(tellOwner, "pitchLapsed")),
    acceptMaterial: telling(tellOwner, "pitchMaterialAccepted"),
    askAgain: telling(tellOwner, "pitchMaterialAgain"),
    withdraw: async (context) => {
      const subjects = context.subjects.filter((row) => row.submittedAt !== null);
      await releasePresenters(context);
      await telling(tellOrganiser, "pitchWithdrawn")({ ...context, subjects });
    },
    fallIll: both(releasePresenters, telling(tellOwner, "pitchTakenOut")),
  },
};

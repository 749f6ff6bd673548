import type { Actor } from "~/domain/identity/actor";
import { notify } from "~/domain/notifications/notify.server";
import { listPublisherIds } from "~/domain/notifications/recipients-queries.server";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { advance } from "~/domain/shared/procedure/advance.server";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { roadshowConduct } from "../events/roadshow-conduct.server";
import { pitchHref } from "../events/roadshow-href";
import { followUpRoadshow } from "./follow-up-roadshow.server";
import { FOLLOWED_EVENT_STATES } from "./follow-up-schema";
import { ownersOf } from "./lead-owner-queries.server";

const DAY_MS = 86_400_000;

/**
 * What is due after an event: leads and outcomes are brought up to date, presenters are asked on the day
 * and reminded until the next round, and the event passes on to its follow-up when the first round begins.
 * Running it again on the same day tells nobody twice.
 */
export async function followUpDue(roadshowId: string, actor: Actor, db: DbOrTx): Promise<void> {
  await followUpRoadshow(roadshowId, db);
  await inTransaction(db, async (tx) => {
    await lockRoadshow(tx, roadshowId);
    const roadshow = await tx.roadshow.findUnique({
      where: { id: roadshowId },
      select: { state: true, title: true },
    });
    if (!roadshow || !FOLLOWED_EVENT_STATES.some((state) => state === roadshow.state)) return;
    const asked = await askPresenters(tx, roadshowId);
    if (asked && roadshow.state === "REPORTED") {
      await advance(tx, roadshowConduct, roadshowId, "followUp", actor);
    }
  });
}

/** @returns whether any round has begun */
async function askPresenters(tx: Tx, roadshowId: string): Promise<boolean> {
  const now = clock.now();
  const today = dateColumn(calendarDate(now));
  const due = await tx.roadshowFollowUp.findMany({
    where: { roadshowId, dueOn: { lte: today }, project: { state: { not: "DROPPED" } } },
    orderBy: [{ projectId: "asc" }, { days: "desc" }],
    select: {
      id: true,
      projectId: true,
      days: true,
      dueOn: true,
      answeredAt: true,
      remindedAt: true,
      project: { select: { title: true, organisationId: true, state: true } },
    },
  });
  const pauseDays = await getPolicyNumber(tx, "market.roadshow.follow_up_remind_days", now);
  const owners = await ownersOf(tx, [...new Set(due.map((row) => row.projectId))]);
  let lastProject = "";
  for (const row of due) {
    // Of several open rounds of a project only the latest is asked for.
    const isLatest = row.projectId !== lastProject;
    lastProject = row.projectId;
    const { remindedAt } = row;
    const isRested = !remindedAt || now.getTime() - remindedAt.getTime() >= pauseDays * DAY_MS;
    if (!isLatest || row.answeredAt || !isRested) continue;
    const owner = owners.get(row.projectId);
    const shared = {
      userIds: owner ? [owner] : await listPublisherIds(tx, row.project.organisationId),
      href: `${pitchHref(row.projectId)}/follow-up`,
      dedupeKey: `roadshowFollowUp:${row.id}:${calendarDate(now)}`,
    };
    const { title } = row.project;
    const { days } = row;
    if (remindedAt) {
      await notify(tx, { ...shared, kind: "roadshowFollowUpWaits", params: { title, days } });
    } else {
      const params = { title, days, date: row.dueOn.toISOString().slice(0, 10) };
      await notify(tx, { ...shared, kind: "roadshowFollowUpAsked", params });
    }
    await tx.roadshowFollowUp.update({ where: { id: row.id }, data: { remindedAt: now } });
  }
  return due.length > 0;
}

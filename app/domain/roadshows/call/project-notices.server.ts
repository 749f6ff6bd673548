import type { NotificationKind } from "~/domain/notifications/notification-rules";
import { notify } from "~/domain/notifications/notify.server";
import { listPublisherIds } from "~/domain/notifications/recipients-queries.server";
import type { Tx } from "~/platform/db.server";
import { organiserHref, pitchHref } from "../events/roadshow-href";
import type { ProjectRow } from "./project-rows.server";

export type PitchNotice = Extract<NotificationKind, `pitch${string}`>;

type Told = { kind: PitchNotice; params?: Record<string, string>; key: string };

const paramsOf = (row: ProjectRow, params: Record<string, string> = {}) =>
  ({ title: row.title, roadshow: row.roadshow.title, ...params }) as never;

/** Tells those who answer for a project: publishers of its organisation and the presenter with an account. */
export async function tellOwner(tx: Tx, row: ProjectRow, told: Told): Promise<void> {
  const publishers = await listPublisherIds(tx, row.organisationId);
  await notify(tx, {
    userIds: [...publishers, ...(row.presenterUserId ? [row.presenterUserId] : [])],
    kind: told.kind,
    params: paramsOf(row, told.params),
    href: pitchHref(row.id),
    dedupeKey: `${told.kind}:${row.id}:${told.key}`,
  });
}

/** Tells those who organise the event. */
export async function tellOrganiser(tx: Tx, row: ProjectRow, told: Told): Promise<void> {
  await notify(tx, {
    userIds: await listPublisherIds(tx, row.roadshow.organisationId),
    kind: told.kind,
    params: paramsOf(row, { organisation: row.organisation.legalName, ...told.params }),
    href: organiserHref(row.roadshowId, `call/${row.id}`),
    dedupeKey: `${told.kind}:${row.id}:${told.key}`,
  });
}

/** Tells a reviewer once per event that there is something to review. */
export async function tellReviewers(tx: Tx, row: ProjectRow): Promise<void> {
  const userIds = row.roadshow.members
    .filter((one) => one.role === "REVIEWER")
    .map((one) => one.userId);
  await notify(tx, {
    userIds,
    kind: "pitchToReview",
    params: { roadshow: row.roadshow.title },
    href: "/desk/judging",
    dedupeKey: `pitchToReview:${row.roadshowId}`,
  });
}

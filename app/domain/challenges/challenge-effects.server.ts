import { systemActor } from "~/domain/identity/actor";
import { listPublisherIds } from "~/domain/notifications/recipients-queries.server";
import { enqueueJob } from "~/domain/shared/enqueue-job.server";
import { advanceMany } from "~/domain/shared/procedure/advance.server";
import type { MoveInput } from "~/domain/shared/procedure/conduct";
import type { Tx } from "~/platform/db.server";
import { deskHref, officeHref, publicHref } from "./challenge-href";
import { challengeIntentionConduct } from "./challenge-intention-conduct.server";
import { type IntentionMove, REFUSED_AS_RELATED } from "./challenge-intention-procedure";
import {
  type ChallengeNotice,
  tellOffice,
  tellPeople,
  tellPublishers,
} from "./challenge-notices.server";
import type { ChallengeRow } from "./challenge-rows.server";
import { challengeTakerConduct } from "./challenge-taker-conduct.server";
import { RUNNING_TAKER_STATES } from "./challenge-taker-procedure";

// What follows a move of a challenge for its intentions, takers and people. Called by the conduct,
// inside its transaction.

const market = systemActor("challenge");

/** Moves intentions of the challenge that stand in these states, by the market. */
export async function moveIntentions(
  tx: Tx,
  challengeId: string,
  states: readonly string[],
  move: IntentionMove,
  ids?: readonly string[],
): Promise<void> {
  const found = await tx.challengeIntention.findMany({
    where: {
      challengeId,
      state: { in: [...states] },
      ...(ids ? { id: { in: [...ids] } } : {}),
    },
    select: { id: true },
  });
  const subjects = found.map((one) => one.id);
  await advanceMany(tx, challengeIntentionConduct, subjects, move, market);
}

/** Related takers are refused by the market itself; everybody else is screened by people. */
export async function refuseRelated(tx: Tx, challengeId: string): Promise<void> {
  const related = await tx.challengeIntention.findMany({
    where: { challengeId, state: "SUBMITTED", isRelated: true },
    select: { id: true },
  });
  const ids = related.map((one) => one.id);
  await advanceMany(tx, challengeIntentionConduct, ids, "refuse", market, {
    note: REFUSED_AS_RELATED,
  });
}

/** Those who were chosen or waited are released, those at work end with the challenge. */
export async function releaseEverybody(tx: Tx, row: ChallengeRow, note: string): Promise<void> {
  const waiting =
    row.takers.length > 0 ? ["ELIGIBLE", "RESERVE"] : ["ELIGIBLE", "RESERVE", "SELECTED"];
  await moveIntentions(tx, row.id, ["SUBMITTED", ...waiting], "release");
  const working = row.takers.filter((one) =>
    RUNNING_TAKER_STATES.some((state) => state === one.state),
  );
  const ids = working.map((one) => one.id);
  const input: MoveInput = { note };
  await advanceMany(tx, challengeTakerConduct, ids, "terminate", market, input);
}

/** Wakes the sweep of this one challenge at an instant; a later instant replaces an earlier one. */
export async function wakeAt(tx: Tx, challengeId: string, runAt: Date): Promise<void> {
  await enqueueJob(
    tx,
    "challenges.due",
    { challengeId },
    { runAt, key: `challenges.due:${challengeId}` },
  );
}

type Extra = { note?: string };

/** Tells the poster's publishers. */
export async function tellPoster(
  tx: Tx,
  row: ChallengeRow,
  kind: ChallengeNotice,
  now: Date,
  extra: Extra = {},
): Promise<void> {
  await tellPublishers(tx, row.organisationId, {
    kind,
    params: { title: row.title, ...extra },
    href: deskHref(row.id),
    key: `${row.id}:${now.getTime()}`,
  });
}

/** Tells the office of the region. */
export async function tellReviewers(
  tx: Tx,
  row: ChallengeRow,
  kind: ChallengeNotice,
  now: Date,
): Promise<void> {
  await tellOffice(tx, row.regionCode, {
    kind,
    params: { title: row.title },
    href: officeHref(row.id),
    key: `${row.id}:${now.getTime()}:office`,
  });
}

/** Tells everybody who accepted the agreement, except the poster's own people. */
export async function tellInterested(
  tx: Tx,
  row: Pick<ChallengeRow, "id" | "number" | "title" | "organisationId">,
  kind: ChallengeNotice,
  now: Date,
): Promise<void> {
  const accepted = await tx.challengeAgreement.findMany({
    where: { challengeId: row.id },
    select: { userId: true },
  });
  const own = new Set(await listPublisherIds(tx, row.organisationId));
  const userIds = [...new Set(accepted.map((one) => one.userId))].filter((id) => !own.has(id));
  await tellPeople(tx, userIds, {
    kind,
    params: { title: row.title },
    href: publicHref(row.number),
    key: `${row.id}:${now.getTime()}`,
  });
}

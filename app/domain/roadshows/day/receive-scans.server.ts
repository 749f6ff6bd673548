import { Prisma } from "#prisma/client/client";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { assertCheckIn } from "./check-in-access.server";
import { correctScanTime } from "./check-in-rules";
import type { ScanBatch } from "./check-in-schema";
import type { ScanAnswer, ScanResult } from "./check-in-view";
import { type ResolvedScan, resolveScans } from "./resolve-scans.server";
import { tellRoadshowHint } from "./roadshow-news.server";

/**
 * Takes the scans of one device. Every scan is written once, however often and from however many devices
 * it comes; of one person the earliest counts. A device whose clock is wrong is corrected by what its clock
 * says when it sends.
 * @throws DomainError "not_found" (404), "roadshow_not_open" (409)
 */
export async function receiveScans(
  roadshowId: string,
  batch: ScanBatch,
  actor: UserActor,
  db: DbOrTx,
): Promise<ScanAnswer> {
  const receivedAt = clock.now();
  const deviceNow = new Date(batch.now);
  const results = await inTransaction(db, async (tx) => {
    const { earliest } = await assertCheckIn(tx, roadshowId, actor, receivedAt);
    const scans = await resolveScans(tx, roadshowId, batch.scans, actor);
    const rows = scans.flatMap((scan) => {
      if (!scan.participant || scan.refusal) return [];
      const claimedAt = new Date(scan.claimedAt);
      const times = correctScanTime(claimedAt, deviceNow, receivedAt, earliest);
      return [
        { ...times, id: scan.id, participantId: scan.participant.id, claimedAt, how: scan.how },
      ];
    });
    const { deviceId } = batch;
    await tx.roadshowScan.createMany({
      data: rows.map((row) => ({ ...row, deviceId, receivedAt, byUserId: actor.userId })),
      skipDuplicates: true,
    });
    await checkIn(tx, roadshowId, rows);
    return answersOf(tx, scans);
  });
  if (results.some((one) => one.result === "IN")) {
    tellRoadshowHint({ roadshowId, topic: "checkins" });
  }
  return { received: receivedAt.toISOString(), results };
}

/** The earliest scan of each person counts; rows are taken in one order, so that two devices never wait for each other. */
async function checkIn(
  tx: Tx,
  roadshowId: string,
  rows: readonly { id: string; participantId: string; scannedAt: Date }[],
): Promise<void> {
  if (rows.length === 0) return;
  // A scan that came before under another person stays with that person.
  const ids = Prisma.join(rows.map((row) => Prisma.sql`${row.id}::uuid`));
  await tx.$executeRaw`
    INSERT INTO "RoadshowCheckIn" AS old ("participantId", "roadshowId", at, "scanId")
    SELECT DISTINCT ON (scan."participantId") scan."participantId", person."roadshowId", scan."scannedAt", scan.id
    FROM "RoadshowScan" scan JOIN "RoadshowParticipant" person ON person.id = scan."participantId"
    WHERE scan.id IN (${ids}) AND person."roadshowId" = ${roadshowId}::uuid
    ORDER BY scan."participantId", scan."scannedAt", scan.id
    ON CONFLICT ("participantId") DO UPDATE SET at = excluded.at, "scanId" = excluded."scanId"
    WHERE excluded.at < old.at`;
}

async function answersOf(tx: Tx, scans: readonly ResolvedScan[]): Promise<ScanResult[]> {
  const found = await tx.roadshowCheckIn.findMany({
    where: { participantId: { in: scans.flatMap((one) => one.participant?.id ?? []) } },
    select: { participantId: true, at: true, scanId: true },
  });
  const byPerson = new Map(found.map((one) => [one.participantId, one]));
  return scans.map(({ id, participant, refusal, code }) => {
    const entry = participant ? byPerson.get(participant.id) : undefined;
    const result = refusal ?? (entry?.scanId === id ? "IN" : "ALREADY");
    return {
      id,
      result,
      ...(code && { code }),
      participantId: participant?.id ?? null,
      name: participant?.name ?? "",
      at: entry?.at.toISOString() ?? null,
    };
  });
}

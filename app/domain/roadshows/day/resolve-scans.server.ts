import type { UserActor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import type { Tx } from "~/platform/db.server";
import { lockRoadshow } from "../events/lock-roadshow.server";
import { addWalkIn } from "../people/add-walk-in.server";
import { letInParticipant } from "../people/let-in-participant.server";
import { readScannedCode } from "./check-in-rules";
import type { Scan } from "./check-in-schema";

export type ResolvedScan = Pick<Scan, "id" | "claimedAt" | "how"> & {
  participant: { id: string; name: string } | null;
  refusal: "UNKNOWN" | "REFUSED" | null;
  /** Error code of a refusal, where there is more to say than that the person is not registered. */
  code?: string;
};

/**
 * Whom each scan is about. People of other events are unknown here; who comes without registration is
 * written down, once for each scan; who waits for a place comes in where the door says so.
 */
export async function resolveScans(
  tx: Tx,
  roadshowId: string,
  scans: readonly Scan[],
  actor: UserActor,
): Promise<ResolvedScan[]> {
  const walkIns = new Map<string, string | null>();
  for (const scan of scans) {
    if (scan.walkIn && !walkIns.has(scan.id))
      walkIns.set(scan.id, await walkInOnce(tx, roadshowId, scan, actor));
  }
  const closed = new Set<string>();
  for (const { id, isLetIn, participantId, code } of scans) {
    if (!isLetIn) continue;
    const where = participantId
      ? { id: participantId }
      : { checkInCode: { in: code ? [readScannedCode(code), code] : [] } };
    if (!(await letInParticipant(tx, roadshowId, where))) closed.add(id);
  }
  const codes = scans.flatMap(({ code }) => (code ? [readScannedCode(code), code] : []));
  const ids = [
    ...scans.flatMap(({ participantId }) => participantId ?? []),
    ...[...walkIns.values()].flatMap((one) => one ?? []),
  ];
  const people = await tx.roadshowParticipant.findMany({
    where: { roadshowId, OR: [{ id: { in: ids } }, { checkInCode: { in: codes } }] },
    select: { id: true, name: true, state: true, checkInCode: true },
  });
  const known = await tx.roadshowScan.findMany({
    where: { id: { in: scans.map((one) => one.id) } },
    select: { id: true, participantId: true },
  });
  const stored = new Map(known.map((one) => [one.id, one.participantId]));
  return scans.map(({ id, claimedAt, how, participantId, code: scanned, walkIn }) => {
    const personId = walkIn ? walkIns.get(id) : participantId;
    const found = people.find((one) =>
      scanned
        ? one.checkInCode === scanned || one.checkInCode === readScannedCode(scanned)
        : one.id === personId,
    );
    const isOther = found !== undefined && stored.has(id) && stored.get(id) !== found.id;
    const isOpen = found?.state === "REGISTERED";
    const refusal =
      walkIn && !personId ? "REFUSED" : !found ? "UNKNOWN" : isOther || !isOpen ? "REFUSED" : null;
    const code =
      (walkIn && !personId) || closed.has(id)
        ? "roadshow_over"
        : found?.state === "WAITING"
          ? "check_in_waiting"
          : undefined;
    const participant = found ? { id: found.id, name: found.name } : null;
    return { id, claimedAt, how, participant, refusal, ...(refusal && code ? { code } : {}) };
  });
}

/** @returns null where the event takes nobody any more */
async function walkInOnce(
  tx: Tx,
  roadshowId: string,
  { id, walkIn }: Scan,
  actor: UserActor,
): Promise<string | null> {
  // The event's row makes two copies of one message take turns.
  await lockRoadshow(tx, roadshowId);
  const before = await tx.roadshowScan.findUnique({
    where: { id },
    select: { participantId: true },
  });
  if (before) return before.participantId;
  if (!walkIn) return null;
  try {
    return await addWalkIn(roadshowId, walkIn, actor, tx);
  } catch (error) {
    if (error instanceof DomainError && error.status === 409) return null;
    throw error;
  }
}

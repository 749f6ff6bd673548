import { randomBytes, randomInt } from "node:crypto";
import type { Prisma } from "#prisma/client/client";
import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import type { Tx } from "~/platform/db.server";

/** Without the letters that are mistaken for digits: a code is read aloud at the door. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

const drawCode = () =>
  Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");

/** A row on the waiting list of an event that the caller has locked. */
export async function insertParticipant(
  tx: Tx,
  values: Omit<
    Prisma.RoadshowParticipantUncheckedCreateInput,
    "id" | "number" | "state" | "checkInCode" | "feedToken" | "createdAt"
  >,
  actor: Actor,
): Promise<string> {
  const last = await tx.roadshowParticipant.aggregate({
    where: { roadshowId: values.roadshowId },
    _max: { number: true },
  });
  const id = newId();
  await tx.roadshowParticipant.create({
    data: {
      ...values,
      id,
      number: (last._max.number ?? 0) + 1,
      checkInCode: drawCode(),
      feedToken: randomBytes(24).toString("base64url"),
      createdAt: clock.now(),
    },
  });
  await appendAudit(tx, actor, {
    action: "roadshow-participant.created",
    subjectType: "RoadshowParticipant",
    subjectId: id,
    detail: { roadshowId: values.roadshowId, isWalkIn: values.isWalkIn ?? false },
  });
  return id;
}

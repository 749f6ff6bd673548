import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { moveConfirmations } from "../call/move-confirmations.server";
import { windowOf } from "./event-days-rules";
import type { Deadlines } from "./event-form-schema";
import { assertFresh, isAnnounced } from "./event-writes.server";
import { assertOrganiser } from "./roadshow-access.server";
import { tellPitching } from "./roadshow-notices.server";
import { dayOf, readLockedRoadshow } from "./roadshow-rows.server";
import { toWallClock } from "./wall-clock-schema";

const ORDER = ["callDueAt", "confirmDueAt", "materialsDueAt"] as const;
const FIELDS = [...ORDER, "audienceDueAt"] as const;

/**
 * Sets other deadlines for a published event; one that has passed may stay as it is. Those who pitch are
 * told.
 * @throws DomainError "not_found" (404), "wrong_state" (409), "stale_revision" (409), and at the field "required",
 * "roadshow_due_past", "roadshow_due_order", "roadshow_due_late"
 */
export async function changeDeadlines(
  id: string,
  { revision, ...input }: Deadlines & { revision: number },
  actor: UserActor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await assertOrganiser(tx, id, actor);
    const row = await readLockedRoadshow(tx, id);
    if (!isAnnounced(row.state)) throw new DomainError("wrong_state", { status: 409 });
    assertFresh(row, revision);
    const now = clock.now();
    const startsOn = dayOf(row.startsOn) ?? "";
    const latest = windowOf({ startsOn, endsOn: startsOn }, 0).to;
    let before = 0;
    for (const field of FIELDS) {
      const at = input[field];
      if (at === null) throw new DomainError("required", { field });
      // Forms carry minutes: a stored deadline with seconds is still the same.
      const isKept = toWallClock(at) === toWallClock(row[field]);
      if (!isKept && at <= now) throw new DomainError("roadshow_due_past", { field });
      if (at > latest) throw new DomainError("roadshow_due_late", { field });
      if (field === "audienceDueAt") continue;
      if (at.getTime() < before) throw new DomainError("roadshow_due_order", { field });
      before = at.getTime();
    }
    await tx.roadshow.update({
      where: { id },
      data: { ...input, changedAt: now, sequence: { increment: 1 }, revision: { increment: 1 } },
    });
    await moveConfirmations(tx, row, input.confirmDueAt);
    await tellPitching(tx, row, {
      kind: "roadshowDeadlines",
      params: { title: row.title, date: toWallClock(input.callDueAt).replace("T", " ") },
      key: `${id}:${row.sequence + 1}`,
    });
    await appendAudit(tx, actor, {
      action: "roadshow.deadlines-changed",
      subjectType: "Roadshow",
      subjectId: id,
      detail: Object.fromEntries(FIELDS.map((one) => [one, input[one]?.toISOString() ?? null])),
    });
  });
}

import { createHash } from "node:crypto";
import { appendAudit } from "~/domain/audit/append-audit.server";
import { type Actor, systemActor } from "~/domain/identity/actor";
import { notify } from "~/domain/notifications/notify.server";
import { listAdminIds } from "~/domain/notifications/recipients-queries.server";
import { calendarDate, clock, endOfDate } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { Db, Tx } from "~/platform/db.server";
import { dealHref } from "./deal-href";
import { publicityConduct } from "./publicity-conduct.server";
import { lockPublicity } from "./publicity-rows.server";
import type { ObjectionInput } from "./publicity-schema";

const DAY_MS = 86_400_000;

/**
 * Takes an objection of anybody while the period runs, its last day included. The first one stops the
 * clock. Name and contact are for the unit alone.
 * @throws DomainError "not_found" (404), "publicity_over" (409), "objection_daily_max" (429)
 */
export async function objectToPublicity(
  input: ObjectionInput & { number: number },
  actor: Actor | null,
  db: Db,
): Promise<{ objectionNumber: number }> {
  const found = await db.pricingPublicity.findUnique({
    where: { number: input.number },
    select: { id: true },
  });
  if (!found) throw new DomainError("not_found", { status: 404 });
  return inTransaction(db, async (tx) => {
    const row = await lockPublicity(tx, found.id);
    const now = clock.now();
    const isOpen =
      row.state === "OBJECTION_HANDLING" ||
      (row.state === "PUBLICITY" && row.endsAt !== null && now < row.endsAt);
    if (row.startedAt === null) throw new DomainError("not_found", { status: 404 });
    if (!isOpen) throw new DomainError("publicity_over", { status: 409 });
    await assertDailyLimit(tx, row.id, input.contact, now);
    const last = await tx.publicityObjection.aggregate({
      where: { publicityId: row.id },
      _max: { number: true },
    });
    const objectionNumber = (last._max.number ?? 0) + 1;
    const id = newId();
    await tx.publicityObjection.create({
      data: {
        id,
        publicityId: row.id,
        number: objectionNumber,
        objectorName: input.name,
        objectorContact: input.contact,
        objectorUserId: actor?.kind === "USER" ? actor.userId : null,
        text: input.text,
        createdAt: now,
      },
    });
    await notify(tx, {
      userIds: await listAdminIds(tx, row.organisationId),
      kind: "publicityObjection",
      params: { title: row.title, number: row.number },
      href: dealHref(row.dealId, "publicity"),
      dedupeKey: `objection:${id}`,
    });
    const market = systemActor("publicity");
    if (row.state === "PUBLICITY") {
      await advance(tx, publicityConduct, row.id, "object", market, { objection: objectionNumber });
    }
    await appendAudit(tx, actor ?? market, {
      action: "pricing-publicity.objection-received",
      subjectType: "PricingPublicity",
      subjectId: row.id,
      detail: { objection: objectionNumber, textSha256: sha256(input.text) },
    });
    return { objectionNumber };
  });
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** The publicity's row is locked, so that objections sent at once are counted one after another. */
async function assertDailyLimit(tx: Tx, publicityId: string, contact: string, now: Date) {
  const since = new Date(endOfDate(calendarDate(now)).getTime() - DAY_MS);
  const ofToday = { publicityId, createdAt: { gte: since } };
  const max = await getPolicyNumber(tx, "market.publicity.objections_daily_max", now);
  const [all, own] = await Promise.all([
    tx.publicityObjection.count({ where: ofToday }),
    tx.publicityObjection.count({ where: { ...ofToday, objectorContact: contact } }),
  ]);
  if (all >= max || own >= 3) {
    throw new DomainError("objection_daily_max", { status: 429 });
  }
}

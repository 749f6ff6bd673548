import { appendAudit } from "~/domain/audit/append-audit.server";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan, membershipOf } from "~/domain/identity/permission-rules";
import { assertMayTrade } from "~/domain/oversight/assert-may-trade.server";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { copyRoadshow } from "./copy-roadshow.server";
import { defaultRules } from "./default-rules.server";
import type { NewEvent } from "./event-form-schema";
import { assertOwnSeries } from "./event-writes.server";

/**
 * Begins an event: empty with the market's dated defaults, or from a former event of the same organiser,
 * whose texts, rules, places and items are taken over with their times moved to the new days.
 * @throws DomainError "forbidden" (403), "organisation_not_verified" (403), "trade_banned" (403),
 * "too_many_drafts" (409), "not_found" (404), "not_a_choice", "roadshow_series_archived",
 * "roadshow_starts_past"
 */
export async function createRoadshow(
  input: NewEvent,
  actor: UserActor,
  db: DbOrTx,
): Promise<{ id: string }> {
  return inTransaction(db, async (tx) => {
    const { organisationId, seriesId, copiedFromId, title, startsOn, endsOn } = input;
    const membership = membershipOf(actor, organisationId);
    if (membership && !membership.isVerified) {
      throw new DomainError("organisation_not_verified", { status: 403 });
    }
    assertCan(actor, "roadshow.create", { organisationId });
    await assertMayTrade(tx, organisationId);
    const now = clock.now();
    if (startsOn <= calendarDate(now)) {
      throw new DomainError("roadshow_starts_past", { field: "startsOn" });
    }
    await assertOwnSeries(tx, seriesId, organisationId);
    const drafts = await tx.roadshow.count({ where: { organisationId, state: "DRAFT" } });
    if (drafts >= (await getPolicyNumber(tx, "market.roadshow.drafts_max", now))) {
      throw new DomainError("too_many_drafts", { status: 409 });
    }
    const organisation = await tx.organisation.findUniqueOrThrow({
      where: { id: organisationId },
      select: { regionCode: true },
    });
    const id = newId();
    await tx.roadshow.create({
      data: {
        id,
        organisationId,
        createdById: actor.userId,
        seriesId,
        title,
        startsOn: dateColumn(startsOn),
        endsOn: dateColumn(endsOn),
        regionCode: organisation.regionCode,
        rules: await defaultRules(tx, now),
        createdAt: now,
        changedAt: now,
      },
    });
    if (copiedFromId !== null) {
      await copyRoadshow(tx, { fromId: copiedFromId, toId: id, organisationId, startsOn, endsOn });
    }
    await appendAudit(tx, actor, {
      action: "roadshow.created",
      subjectType: "Roadshow",
      subjectId: id,
      detail: { copiedFromId },
    });
    return { id };
  });
}

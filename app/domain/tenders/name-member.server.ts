import { appendAudit } from "~/domain/audit/append-audit.server";
import type { Actor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { clock } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { newId } from "~/domain/shared/ids";
import { inTransaction } from "~/domain/shared/transaction.server";
import type { DbOrTx } from "~/platform/db.server";
import { getTenderAccess } from "./tender-access.server";
import { deskTenderHref } from "./tender-href";
import { tellTender } from "./tender-notices.server";
import { lockTender } from "./tender-rows.server";

const NAMING: readonly string[] = ["ISSUED", "OPENING", "EVALUATION"];

/**
 * The market names a member of the evaluation committee, or a replacement for one who has stepped
 * down. No key holder and, once bids are open, nobody of a bidder is taken; experts are not the
 * buyer's people.
 * @throws DomainError "not_found" (404), "forbidden" (403), "wrong_state" (409), at `email`:
 * "tender_person_unknown", "tender_member_there", "tender_member_side"
 */
export async function nameMember(
  input: { tenderId: string; email: string; kind: "EXPERT" | "BUYER" },
  actor: Actor,
  db: DbOrTx,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await getTenderAccess(tx, input.tenderId, actor);
    const tender = await lockTender(tx, input.tenderId);
    assertCan(actor, "tender.operate", { regionCode: tender.regionCode });
    if (!NAMING.includes(tender.state)) throw new DomainError("wrong_state", { status: 409 });
    const user = await tx.user.findFirst({
      where: {
        email: input.email.trim().toLowerCase(),
        emailVerified: true,
        deactivatedAt: null,
      },
      select: {
        id: true,
        realNameLevel: true,
        memberships: { where: { endedAt: null }, select: { organisationId: true } },
      },
    });
    if (!user) throw new DomainError("tender_person_unknown", { field: "email" });
    if (tender.members.some((one) => one.userId === user.id)) {
      throw new DomainError("tender_member_there", { field: "email" });
    }
    const places = user.memberships.map((one) => one.organisationId);
    const isBuyers = places.includes(tender.organisationId);
    // Before the opening an answer would tell who bids; who belongs to a bidder leaves with it.
    const isBidders =
      tender.state === "EVALUATION" &&
      tender.bids.some((one) => places.includes(one.organisationId));
    const isHolder = tender.keyHolders.some((one) => one.userId === user.id);
    const fits = isBuyers === (input.kind === "BUYER") && !isBidders && !isHolder;
    if (!fits || user.realNameLevel < 2) {
      throw new DomainError("tender_member_side", { field: "email" });
    }
    const id = newId();
    await tx.tenderMember.create({
      data: {
        id,
        tenderId: tender.id,
        userId: user.id,
        kind: input.kind,
        invitedById: actor.kind === "USER" ? actor.userId : user.id,
        createdAt: clock.now(),
      },
    });
    const href = deskTenderHref(tender.id, "evaluation");
    await tellTender(tx, tender, { kind: "tenderMember", userIds: [user.id], href });
    await appendAudit(tx, actor, {
      action: "tender.member-named",
      subjectType: "Tender",
      subjectId: tender.id,
      detail: { memberId: id, kind: input.kind },
    });
  });
}

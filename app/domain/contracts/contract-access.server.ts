import { getDealAccess, getDealSpeaker, lockDeal } from "~/domain/deals/deal-access.server";
import type { DealSide } from "~/domain/deals/deal-role-rules";
import type { Actor, UserActor } from "~/domain/identity/actor";
import { assertCan } from "~/domain/identity/permission-rules";
import { assertFound, DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import type { DbOrTx, Tx } from "~/platform/db.server";
import { isRoomOpenFor } from "./contract-room-rules";
import { type ContractRow, contractSelect } from "./contract-rows.server";

/** A contract of a room that the actor may read. @throws DomainError "not_found" (404), "deal_area_closed" (403) */
export async function getReadableContract(
  db: DbOrTx,
  ids: { dealId: string; contractId: string },
  actor: Actor,
) {
  const access = await getDealAccess(db, ids.dealId, actor, "DOCUMENTS");
  return { access, row: await getContractRow(db, ids) };
}

async function getContractRow(
  db: DbOrTx,
  { dealId, contractId }: { dealId: string; contractId: string },
): Promise<ContractRow> {
  if (!isId(contractId)) throw new DomainError("not_found", { status: 404 });
  const where = { id: contractId, dealId };
  return assertFound(await db.contract.findFirst({ where, select: contractSelect }));
}

export type SideSpeaker = { side: DealSide; organisationId: string };

/** Who works on the texts of a room for a side. @throws DomainError "forbidden" (403) */
export async function getSideSpeaker(
  db: DbOrTx,
  dealId: string,
  actor: UserActor,
  action: "contract.draft" | "contract.approve",
): Promise<SideSpeaker> {
  const { side, organisationId } = await getDealSpeaker(db, dealId, actor, "DOCUMENTS");
  if (!side || !organisationId) throw new DomainError("forbidden", { status: 403 });
  assertCan(actor, action, { organisationId });
  return { side, organisationId };
}

/**
 * Locks the room and reads a contract for somebody who works on its text.
 * @throws DomainError "not_found", "forbidden", "wrong_state" (409) unless it is a draft,
 * "contract_room_not_open" (409)
 */
export async function lockDraft(
  tx: Tx,
  ids: { dealId: string; contractId: string },
  actor: UserActor,
  action: "contract.draft" | "contract.approve",
): Promise<{ row: ContractRow; speaker: SideSpeaker }> {
  const speaker = await getSideSpeaker(tx, ids.dealId, actor, action);
  await lockDeal(tx, ids.dealId);
  const row = await getContractRow(tx, ids);
  if (row.state !== "DRAFT") throw new DomainError("wrong_state", { status: 409 });
  assertRoomOpen(row.kind, row.deal.state);
  return { row, speaker };
}

export function assertRoomOpen(kind: string, dealState: string): void {
  if (!isRoomOpenFor(kind, dealState)) {
    throw new DomainError("contract_room_not_open", { status: 409 });
  }
}

/** The version that the person saw is still the newest. @throws DomainError "contract_draft_changed" (409) */
export function assertNewest(row: { draftNumber: number }, seen: number): void {
  if (row.draftNumber !== seen) {
    throw new DomainError("contract_draft_changed", {
      status: 409,
      params: { seen, newest: row.draftNumber },
    });
  }
}

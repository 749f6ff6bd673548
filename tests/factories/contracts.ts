import { approveDraft } from "~/domain/contracts/approve-draft.server";
import { contractConduct } from "~/domain/contracts/contract-conduct.server";
import { draftContract } from "~/domain/contracts/draft-contract.server";
import { finaliseContract } from "~/domain/contracts/finalise-contract.server";
import { lockDeal } from "~/domain/deals/deal-access.server";
import { hashTermSheet } from "~/domain/deals/term-sheet-hash.server";
import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";
import { systemActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { advance } from "~/domain/shared/procedure/advance.server";
import type { Db } from "~/platform/db.server";
import { makeAcceptedTerms, makeDeal, type TestDeal, termSheet } from "./deals";
import { putDealInto } from "./signing";

let serial = 0;

export type ReadyRoom = { deal: TestDeal; termSheetId: string; content: TermSheetContent };

/** Both sides have declared what a contract waits for. */
export async function declareAll(db: Db, deal: TestDeal): Promise<void> {
  for (const [organisationId, userId] of [
    [deal.supply.id, deal.seller.userId],
    [deal.demand.id, deal.buyer.userId],
  ] as const) {
    await db.relatedPartyDeclaration.create({
      data: {
        id: newId(),
        dealId: deal.id,
        organisationId,
        isRelated: false,
        declaredById: userId,
      },
    });
  }
  const answers = {
    coOwners: "NONE",
    licences: "NONE",
    pledge: "NONE",
    annuities: "PAID",
    dispute: "NONE",
    openLicence: "NONE",
    ownPractice: "NOT_APPLICABLE",
    completers: "WAIVED",
    abroad: "NO",
    stateSecret: "NO",
    note: "",
  };
  await db.rightHolderCheck.create({
    data: {
      id: newId(),
      dealId: deal.id,
      answers,
      results: [],
      rulesVersion: "1",
      declaredById: deal.seller.userId,
    },
  });
}

/** A room with agreed terms and all declarations, between two organisations with complete particulars. */
export async function makeReadyRoom(
  db: Db,
  content: TermSheetContent = termSheet(),
  kinds: Parameters<typeof makeDeal>[1] = {},
): Promise<ReadyRoom> {
  const deal = await makeDeal(db, kinds);
  for (const id of [deal.supply.id, deal.demand.id]) {
    serial += 1;
    await db.organisation.update({
      where: { id },
      data: {
        uscc: `9137010${process.pid % 10}MA${String(serial).padStart(8, "0")}`.slice(0, 18),
        address: "山东省济南市历下区经十路 1 号",
        legalRepresentative: "赵𬭚𠮷",
      },
    });
  }
  const terms = await makeAcceptedTerms(db, deal, content);
  await declareAll(db, deal);
  await putDealInto(db, deal.id, "AGREED");
  return { deal, termSheetId: terms.id, content };
}

/** A room whose contract has been drafted by the seller. */
export async function makeDraftedContract(db: Db, content?: TermSheetContent): Promise<Drafted> {
  const room = await makeReadyRoom(db, content);
  const contractId = await draftContract(room.deal.id, room.deal.seller, db);
  return { ...room, ids: { dealId: room.deal.id, contractId } };
}

/** New terms that take the place of the accepted ones, inserted directly. */
export async function replaceTerms(
  db: Db,
  room: ReadyRoom,
  content: TermSheetContent,
): Promise<string> {
  const id = newId();
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('market.procedure', 'TermSheet', true)`;
    await tx.$executeRaw`
      UPDATE "TermSheet" SET state = 'REPLACED'
      WHERE "dealId" = ${room.deal.id}::uuid AND state = 'ACCEPTED'`;
    const number = (await tx.termSheet.count({ where: { dealId: room.deal.id } })) + 1;
    await tx.termSheet.create({
      data: {
        id,
        dealId: room.deal.id,
        number,
        state: "ACCEPTED",
        content,
        contentHash: hashTermSheet(content),
        side: "DEMAND",
        proposedById: room.deal.buyer.userId,
        answeredAt: clock.now(),
        answeredById: room.deal.seller.userId,
      },
    });
  });
  return id;
}

/** A room with a contract being worked on. */
export type Drafted = ReadyRoom & { ids: { dealId: string; contractId: string } };

/** Both sides approve one version. */
export async function approveBoth(db: Db, { deal, ids }: Drafted, number: number): Promise<void> {
  await approveDraft(ids, number, deal.seller, db);
  await approveDraft(ids, number, deal.buyer, db);
}

/** Both sign and the market seals, without the pages of signing. */
export async function signAndSeal(db: Db, { deal, ids }: Drafted): Promise<void> {
  const { finalSha256, finalFileId } = await db.contract.findUniqueOrThrow({
    where: { id: ids.contractId },
  });
  const sides = [
    ["SUPPLY", deal.supply.id, deal.seller.userId],
    ["DEMAND", deal.demand.id, deal.buyer.userId],
  ] as const;
  for (const [sort, [side, organisationId, userId]] of sides.entries()) {
    await db.contractSigner.create({
      data: {
        id: newId(),
        contractId: ids.contractId,
        sort,
        side,
        organisationId,
        userId,
        capacity: "AGENT",
      },
    });
  }
  await db.$transaction(async (tx) => {
    await lockDeal(tx, deal.id);
    await advance(tx, contractConduct, ids.contractId, "startSigning", deal.seller);
    await tx.contractSigner.updateMany({
      where: { contractId: ids.contractId },
      data: {
        signedAt: clock.now(),
        documentSha256: finalSha256,
        factor: "TOTP",
        agreedAt: clock.now(),
      },
    });
    await tx.contract.update({
      where: { id: ids.contractId },
      data: { sealedFileId: finalFileId, sealedSha256: finalSha256 },
    });
    await advance(tx, contractConduct, ids.contractId, "seal", systemActor("seal"));
  });
}

/** Approves and freezes a drafted contract. */
export async function finalised(db: Db, room: Drafted): Promise<Drafted> {
  await approveBoth(db, room, 1);
  await finaliseContract(room.ids, 1, room.deal.seller, db);
  return room;
}

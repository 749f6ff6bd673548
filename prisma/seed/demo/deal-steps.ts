import { approveDraft } from "~/domain/contracts/approve-draft.server";
import { draftContract } from "~/domain/contracts/draft-contract.server";
import { finaliseContract } from "~/domain/contracts/finalise-contract.server";
import { nameSigner } from "~/domain/contracts/name-signer.server";
import { requestSignCode } from "~/domain/contracts/request-sign-code.server";
import { sealContract } from "~/domain/contracts/seal-contract.server";
import { agreementHashOf } from "~/domain/contracts/sign-agreement.server";
import { signContract } from "~/domain/contracts/sign-contract.server";
import { startSigning } from "~/domain/contracts/start-signing.server";
import { acceptTerms } from "~/domain/deals/accept-terms.server";
import { declareRelatedParty } from "~/domain/deals/declare-related-party.server";
import { declareRightHolder } from "~/domain/deals/declare-right-holder.server";
import { offerTerms } from "~/domain/deals/offer-terms.server";
import { openDeal } from "~/domain/deals/open-deal.server";
import type { RelatedPartyInput } from "~/domain/deals/related-party-schema";
import { findOpenOffer } from "~/domain/deals/term-sheet-queries.server";
import type { TermSheetContent } from "~/domain/deals/term-sheet-schema";
import type { UserActor } from "~/domain/identity/actor";
import { answerIntroduction } from "~/domain/matching/answer-introduction.server";
import { requestIntroduction } from "~/domain/matching/request-introduction.server";
import { assertFound } from "~/domain/shared/domain-error";
import type { Db } from "~/platform/db.server";

/** Seller and buyer of a deal of the demonstration. */
export type Sides = { seller: UserActor; buyer: UserActor };

/** The buyer asks for an introduction, the seller's unit accepts, and a room is opened. */
export async function meet(
  db: Db,
  sides: Sides,
  listings: { achievementId: string; needId: string },
): Promise<string> {
  const introductionId = await requestIntroduction(
    {
      targetKind: "achievement",
      targetId: listings.achievementId,
      ownListingId: listings.needId,
      cooperation: "希望在该成果基础上委托开发或受让，尽快完成产线验证。",
      unclear: "现有数据是在什么规模上取得的，原料价格波动的影响如何？",
      about: "本市制造企业，有自有产线和检测条件，年研发投入占销售收入 4%。",
    },
    sides.buyer,
    db,
  );
  await answerIntroduction({ introductionId, answer: "accept" }, sides.seller, db);
  return (await openDeal({ introductionId }, sides.buyer, db)).id;
}

/** One side puts terms on the table, answering what lies there. */
export async function offer(
  db: Db,
  dealId: string,
  content: TermSheetContent,
  by: UserActor,
  note: string,
): Promise<string> {
  const open = await findOpenOffer(db, dealId);
  return (await offerTerms({ dealId, content, note, answersId: open?.id ?? null }, by, db)).id;
}

/** The offer on the table is accepted as it stands. */
export async function accept(db: Db, termSheetId: string, by: UserActor): Promise<void> {
  const where = { id: termSheetId };
  const { contentHash } = await db.termSheet.findUniqueOrThrow({ where });
  await acceptTerms({ termSheetId, contentHash }, by, db);
}

/** What both sides declare before a contract may be finalised. */
export async function declare(
  db: Db,
  dealId: string,
  { seller, buyer }: Sides,
  isTransfer: boolean,
): Promise<void> {
  const none: RelatedPartyInput = { isRelated: "NO", kinds: [], note: "", confirmed: "on" };
  await declareRelatedParty({ ...none, dealId }, seller, db);
  await declareRelatedParty({ ...none, dealId }, buyer, db);
  await declareRightHolder(
    {
      dealId,
      answers: {
        coOwners: "NONE",
        licences: "NONE",
        pledge: "NONE",
        annuities: isTransfer ? "PAID" : "NOT_APPLICABLE",
        dispute: "NONE",
        openLicence: "NONE",
        ownPractice: isTransfer ? "STOPS" : "NOT_APPLICABLE",
        completers: isTransfer ? "WAIVED" : "NOT_APPLICABLE",
        abroad: "NO",
        stateSecret: "NO",
        note: "",
      },
    },
    seller,
    db,
  );
}

/** Draft, approval by both sides, frozen text, signatures with codes by mail, seal. */
export async function contractAndSign(db: Db, dealId: string, sides: Sides): Promise<string> {
  const { seller, buyer } = sides;
  const contractId = await draftContract(dealId, seller, db);
  const ids = { dealId, contractId };
  await approveDraft(ids, 1, seller, db);
  await approveDraft(ids, 1, buyer, db);
  await finaliseContract(ids, 1, seller, db);
  for (const signer of [seller, buyer]) {
    await nameSigner({ contractId, userId: signer.userId, capacity: "AGENT" }, signer, db);
  }
  await startSigning({ contractId, first: "SUPPLY" }, seller, db);
  for (const signer of [seller, buyer]) await sign(db, contractId, signer);
  await sealContract(contractId, db);
  return contractId;
}

async function sign(db: Db, contractId: string, signer: UserActor): Promise<void> {
  await requestSignCode({ contractId, by: "MAIL_CODE" }, signer, db);
  const message = await db.outboundMessage.findFirstOrThrow({
    where: { recipient: signer.email },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { text: true },
  });
  const code = assertFound(/\b\d{6}\b/.exec(message.text)?.[0]);
  const contract = await db.contract.findUniqueOrThrow({ where: { id: contractId } });
  const documentSha256 = assertFound(contract.finalSha256);
  await signContract(
    {
      contractId,
      documentSha256,
      agreementHash: agreementHashOf(documentSha256),
      code,
      headers: new Headers(),
      ipAddress: "127.0.0.1",
      userAgent: "demonstration",
    },
    signer,
    db,
  );
}

import { createHash } from "node:crypto";
import { agreementHashOf } from "~/domain/contracts/sign-agreement.server";
import type { UserActor } from "~/domain/identity/actor";
import { clock } from "~/domain/shared/clock";
import { newId } from "~/domain/shared/ids";
import { lockPrivateKey } from "~/domain/shared/seal-key-cipher.server";
import { storeMade } from "~/domain/shared/store-file.server";
import type { Db } from "~/platform/db.server";
import { renderPdf } from "~/platform/pdf-document.server";
import { makeSealKey } from "~/platform/seal-certificate.server";
import { makeAcceptedTerms, makeDeal, type TestDeal } from "./deals";

export type TestContract = {
  id: string;
  deal: TestDeal;
  sha256: string;
  bytes: Buffer;
  /** Pages of the final document. */
  pages: number;
};

/** Puts a room into a state as its procedure would, without the way there. */
export async function putDealInto(db: Db, dealId: string, state: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('market.procedure', 'Deal', true)`;
    await tx.$executeRaw`UPDATE "Deal" SET state = ${state} WHERE id = ${dealId}::uuid`;
  });
}

/** The document of a contract, as the drafting freezes it. */
export function contractPdf(title: string): Promise<Buffer> {
  return renderPdf({
    title,
    author: "科技大市场",
    language: "zh-CN",
    createdAt: new Date("2026-11-22T02:00:00Z"),
    blocks: [
      { kind: "title", text: title },
      { kind: "paragraph", text: "甲方：𠮷林某某公司", indent: true },
      { kind: "pageBreak" },
      { kind: "signatureBoxes", boxes: [{ heading: "甲方", lines: ["签字：", "盖章："] }] },
    ],
  });
}

/** A main contract whose text is frozen, in a room that has agreed its terms. */
export async function makeFinalContract(db: Db, room?: TestDeal): Promise<TestContract> {
  const deal = room ?? (await makeDeal(db));
  const terms = await makeAcceptedTerms(db, deal);
  await putDealInto(db, deal.id, "AGREED");
  const bytes = await contractPdf(terms.content.title);
  const id = newId();
  const file = {
    purpose: "CONTRACT",
    organisationId: deal.supply.id,
    userId: deal.seller.userId,
    name: "合同定稿.pdf",
    bytes,
    contentType: "application/pdf",
    ending: "pdf",
  } as const;
  const sha256 = await storeMade(file, db, async (tx, stored) => {
    await tx.contract.create({
      data: {
        id,
        state: "FINAL",
        dealId: deal.id,
        termSheetId: terms.id,
        categoryCode: terms.content.categoryCode,
        title: terms.content.title,
        templateVersion: "1",
        finalFileId: stored.id,
        finalSha256: stored.sha256,
        finalPageCount: 2,
        finalAt: clock.now(),
        createdById: deal.seller.userId,
      },
    });
    return stored.sha256;
  });
  return { id, deal, sha256, bytes, pages: 2 };
}

/** What a page posts with a signature of this person; `code` from the message that was sent. */
export function signInput(contract: { id: string; sha256: string }, code: string) {
  return {
    contractId: contract.id,
    documentSha256: contract.sha256,
    agreementHash: agreementHashOf(contract.sha256),
    code,
    headers: new Headers({ "user-agent": "test" }),
    ipAddress: "203.0.113.7",
    userAgent: "test browser",
  };
}

/** The six digits of the newest message to a person. */
export async function lastSignCode(db: Db, actor: UserActor): Promise<string> {
  const message = await db.outboundMessage.findFirstOrThrow({
    where: { recipient: actor.email },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  const digits = /\b\d{6}\b/.exec(message.text)?.[0];
  if (!digits) throw new Error("no code in the message");
  return digits;
}

/** A seal key of the small kind: an RSA key takes half a second to make. */
export async function makeTestSealKey(db: Db): Promise<string> {
  const id = newId();
  const made = await makeSealKey({
    algorithm: "EC-P256",
    subject: { organisation: "科技大市场", commonName: "测试签章" },
    from: clock.now(),
    years: 10,
    serial: createHash("sha256").update(id).digest().subarray(0, 16),
  });
  await db.sealKey.create({
    data: {
      id,
      purpose: "PDF_SEAL",
      algorithm: "EC-P256",
      privateKeyEncrypted: lockPrivateKey(made.privateKeyPem, id),
      certificatePem: made.certificatePem,
      publicKeyPem: made.publicKeyPem,
      fingerprint: made.fingerprint,
      subject: "测试签章",
    },
  });
  return made.fingerprint;
}

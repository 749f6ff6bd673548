import { systemActor } from "~/domain/identity/actor";
import { calendarDate, clock, dateColumn } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { advance } from "~/domain/shared/procedure/advance.server";
import { recordSeal } from "~/domain/shared/record-seal.server";
import { getPolicyNumber } from "~/domain/shared/reference-data.server";
import { getSealProvider } from "~/domain/shared/seal-key.server";
import { storeMade } from "~/domain/shared/store-file.server";
import { addMonths } from "~/domain/shared/working-days";
import type { Db } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";
import { renderPdf } from "~/platform/pdf-document.server";
import { sealPdf } from "~/platform/seal-pdf.server";
import { endOfLicence } from "./licence-check-rules";
import { licenceNumber } from "./licence-number-rules";
import { type LicencePaper, licencePaperBlocks } from "./licence-pdf-blocks-rules";
import { licencePurchaseConduct } from "./licence-purchase-conduct.server";
import { readPatents } from "./licence-schema";
import { refundPurchase } from "./refund-purchase.server";

const MARKET_NAME = "科技大市场";
const TERM_OVER = "费用到账时专利权已经期满，许可没有可以生效的期间，费用退回。";

const timeText = new Intl.DateTimeFormat("zh-CN", {
  dateStyle: "long",
  timeStyle: "medium",
  timeZone: "Asia/Shanghai",
});

/**
 * What the licence says: the text as it was accepted. Term, patents and place are read from the offer,
 * which can be neither changed nor submitted anew while somebody waits for a licence of its text.
 */
async function getPaper(db: Db, purchaseId: string) {
  const row = await db.licencePurchase.findUniqueOrThrow({
    where: { id: purchaseId },
    include: {
      organisation: { select: { legalName: true, uscc: true } },
      user: { select: { name: true, legalName: true } },
      payment: { select: { reference: true, paidAt: true } },
      offer: { include: { organisation: { select: { legalName: true, uscc: true } } } },
    },
  });
  const { offer } = row;
  const startsOn = calendarDate(clock.now());
  const patents = readPatents(offer.patents);
  const months = await getPolicyNumber(db, "market.licence.record_months");
  const paper: LicencePaper = {
    number: licenceNumber(row),
    kind: offer.kind,
    title: offer.title,
    licensor: offer.organisation.legalName,
    licensorUscc: offer.organisation.uscc,
    licensee: row.organisation.legalName,
    licenseeUscc: row.organisation.uscc,
    acceptedBy: row.user.legalName ?? row.user.name,
    acceptedAt: timeText.format(row.createdAt),
    ipAddress: row.ipAddress,
    feeFen: row.feeFen,
    paymentReference: row.payment?.reference ?? null,
    paidAt: row.payment?.paidAt ? timeText.format(row.payment.paidAt) : null,
    startsOn,
    endsOn: endOfLicence(startsOn, offer.termMonths, patents),
    territory: offer.territory,
    fieldOfUse: offer.fieldOfUse,
    patents,
    text: row.licenceText,
    textHash: row.textHash,
    textVersion: offer.textVersion,
    recordUntil: patents.length > 0 ? addMonths(startsOn, months) : null,
    verifyAddress: `${appUrl()}/verify`,
  };
  return { row, paper };
}

function renderLicence(paper: LicencePaper): Promise<Buffer> {
  return renderPdf({
    title: `${paper.title}（${paper.number}）`,
    subject: "技术实施许可书",
    author: MARKET_NAME,
    language: "zh-CN",
    createdAt: clock.now(),
    header: { left: paper.licensor, right: `许可书 ${paper.number}` },
    footer: "由许可人给予，由科技大市场封存",
    blocks: licencePaperBlocks(paper),
  });
}

/**
 * Makes and seals the licence that was paid, once: a second run, or one after a kill in the middle,
 * finds it issued or issues it; of two runs at once one keeps its file.
 */
export async function issueLicence(
  purchaseId: string,
  db: Db,
): Promise<"issued" | "refunded" | "nothing to do"> {
  const known = await db.licencePurchase.findUnique({
    where: { id: purchaseId },
    select: { state: true },
  });
  if (known?.state !== "PAID") return "nothing to do";
  const { row, paper } = await getPaper(db, purchaseId);
  if (paper.endsOn !== null && paper.endsOn < paper.startsOn) {
    await refundPurchase({ purchaseId, note: TERM_OVER }, systemActor("licences.issue"), db);
    return "refunded";
  }
  const sealed = await sealPdf(
    {
      original: await renderLicence(paper),
      signedAt: clock.now(),
      reason: `封存许可书 ${paper.number}`,
      fieldName: "market-seal",
    },
    await getSealProvider(db),
  );
  try {
    await storeMade(
      {
        purpose: "LICENCE",
        organisationId: row.organisationId,
        userId: row.userId,
        name: `${paper.number}.pdf`,
        bytes: sealed.bytes,
        contentType: "application/pdf",
        ending: "pdf",
      },
      db,
      async (tx, file) => {
        await tx.$executeRaw`SELECT id FROM "LicencePurchase" WHERE id = ${purchaseId}::uuid FOR UPDATE`;
        const now = await tx.licencePurchase.findUniqueOrThrow({
          where: { id: purchaseId },
          select: { state: true },
        });
        if (now.state !== "PAID") throw new DomainError("wrong_state", { status: 409 });
        await tx.licencePurchase.update({
          where: { id: purchaseId },
          data: {
            fileId: file.id,
            sealedSha256: sealed.sha256,
            startsOn: dateColumn(paper.startsOn),
            endsOn: paper.endsOn ? dateColumn(paper.endsOn) : null,
            licensedAt: clock.now(),
          },
        });
        await recordSeal(
          {
            kind: "LICENCE",
            subjectType: "LicencePurchase",
            subjectId: purchaseId,
            label: `许可书 ${paper.number}`,
            fileId: file.id,
            sha256: sealed.sha256,
            originalSha256: sealed.originalSha256,
            originalBytes: sealed.originalBytes,
            fingerprint: sealed.fingerprint,
          },
          tx,
        );
        await advance(
          tx,
          licencePurchaseConduct,
          purchaseId,
          "issue",
          systemActor("licences.issue"),
        );
      },
    );
  } catch (error) {
    // Another run was faster: its file is the licence; storeMade has taken this one away.
    if (error instanceof DomainError && error.code === "wrong_state") return "nothing to do";
    throw error;
  }
  return "issued";
}

import type { Actor } from "~/domain/identity/actor";
import { DomainError } from "~/domain/shared/domain-error";
import { toYuanText } from "~/domain/shared/money";
import { getBidPage } from "~/domain/tenders/bid-page-queries.server";
import { makeSealingPage } from "~/domain/tenders/sealing-page.server";
import { MOST_ATTACHED_BYTES, MOST_ATTACHMENTS } from "~/domain/tenders/tender-bid-schema";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import type { Db } from "~/platform/db.server";

/** The stand-alone sealing page of one bidder for one tender. @throws DomainError "tender_bids_over" (409) */
export async function sealingPage(request: Request, number: number, actor: Actor, db: Db) {
  const organisationId = new URL(request.url).searchParams.get("organisation");
  const page = await getBidPage(db, number, organisationId, actor);
  if (!page.chosen) throw new DomainError("forbidden", { status: 403 });
  if (!page.call) throw new DomainError("tender_bids_over", { status: 409 });
  const t = getFixedT(request, "tenders");
  const { tender } = page;
  const ceilingFen = tender.budgetIsCeiling ? tender.budgetFen : null;
  const ceiling = ceilingFen
    ? t("seal.ceiling", { amount: `${toYuanText(BigInt(ceilingFen))} ${t("seal.yuan")}` })
    : "";
  return makeSealingPage({
    call: page.call,
    number,
    criteria: page.criteria,
    ceilingFen,
    texts: {
      lang: findLocale(request),
      title: `${t("seal.title")} · ${tender.title}`,
      lead: t("seal.offlineLead", { number, bidder: page.chosen.name }),
      noScript: t("seal.noCrypto"),
      price: t("seal.price"),
      priceHint: `${t("seal.priceHint")} ${ceiling}`,
      days: `${t("seal.days")}（${t("seal.daysUnit")}）`,
      answer: t("seal.answer"),
      statement: t("seal.statement"),
      attachments: t("seal.attachments"),
      attachmentsHint: t("seal.attachmentsHint", {
        count: MOST_ATTACHMENTS,
        size: `${Math.round(MOST_ATTACHED_BYTES / 1000)} kB`,
      }),
      seal: t("seal.offlineSeal"),
      sealing: t("seal.sealing"),
      offlineDone: t("seal.offlineDone"),
      bad: t("seal.bad", { returnObjects: true }),
      errors: t("sealErrors", { returnObjects: true }),
    },
  });
}

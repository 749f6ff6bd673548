import { formatFen } from "~/domain/shared/money";
import { lotHref } from "~/domain/trading/lot-href";
import { deadlineText, momentText } from "~/domain/trading/lot-instant-rules";
import { lotPoster } from "~/domain/trading/lot-poster-rules";
import { getPublicLot } from "~/domain/trading/public-lot-queries.server";
import { madeFileResponse } from "~/http/file-response.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";
import { appUrl } from "~/platform/env.server";
import { renderPdf } from "~/platform/pdf-document.server";

/** The poster of a lot: one A4 sheet with a QR code of its page. */
export async function lotPosterResponse(request: Request, number: number): Promise<Response> {
  const t = getFixedT(request, ["trading", "common"]);
  const locale = findLocale(request);
  const lot = await getPublicLot(getDb(), number, null, locale);
  const fen = (amount: string | null) => (amount ? formatFen(BigInt(amount), locale) : "—");
  const kind = t(lot.auction ? "trading:auction" : "trading:bidding");
  const blocks = lotPoster({
    number,
    title: lot.title,
    summary: lot.description,
    url: `${appUrl()}${lotHref(number)}`,
    rows: [
      { label: t("trading:facts.seller"), value: lot.seller.name },
      { label: t("trading:facts.category"), value: lot.categoryName },
      { label: t("trading:filter.mode"), value: `${kind} · ${t(`trading:mode.${lot.mode}`)}` },
      { label: t("trading:facts.startPrice"), value: fen(lot.startPriceFen) },
      {
        label: t("trading:facts.deposit"),
        value: lot.depositFen === "0" ? t("trading:facts.noDeposit") : fen(lot.depositFen),
      },
      {
        label: t("trading:facts.applicationsEndAt"),
        value: lot.applicationsEndAt ? deadlineText(lot.applicationsEndAt) : "—",
      },
      {
        label: t("trading:facts.biddingStartsAt"),
        value: lot.biddingStartsAt ? momentText(lot.biddingStartsAt) : "—",
      },
      ...(lot.isTraining ? [{ label: t("trading:training"), value: "✓" }] : []),
    ],
    texts: {
      eyebrow: t("trading:poster.eyebrow"),
      scan: t("trading:poster.scan"),
      qrAlt: t("trading:poster.qrAlt"),
      note: t("trading:poster.note"),
    },
  });
  const bytes = await renderPdf({
    title: lot.title,
    author: t("common:marketName"),
    language: locale.startsWith("zh") ? "zh-CN" : "en",
    createdAt: lot.announcedAt ?? lot.now,
    blocks,
  });
  return madeFileResponse(`lot-${number}.pdf`, "application/pdf", bytes);
}

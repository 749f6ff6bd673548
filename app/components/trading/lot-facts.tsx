import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DescriptionList } from "~/components/ui/description-list";
import { deadlineText, momentText } from "~/domain/trading/lot-instant-rules";
import type { LotFacts } from "~/domain/trading/lot-view";
import { Countdown } from "./countdown";
import { useLotText } from "./use-lot-text";

/** What is sold: rights, conditions, defects. */
export function WhatIsSold({ lot }: { lot: LotFacts }) {
  const { t } = useTranslation("trading");
  const { sale } = lot;
  return (
    <Card title={t("facts.what")}>
      <div className="space-y-5">
        <p className="prose-text">{lot.description}</p>
        <DescriptionList
          hideEmpty
          items={[
            { label: t("facts.category"), value: lot.categoryName },
            {
              label: t("facts.licenceKind"),
              value: sale.licenceKind && t(`licenceKind.${sale.licenceKind}`),
            },
            {
              label: t("facts.licenceYears"),
              value:
                sale.licenceKind &&
                (sale.licenceYears
                  ? t("facts.years", { count: sale.licenceYears })
                  : t("facts.asLongAsRight")),
            },
            { label: t("facts.territory"), value: sale.territory },
            { label: t("facts.fieldOfUse"), value: sale.fieldOfUse },
            { label: t("facts.training"), value: sale.training, wide: true },
            { label: t("facts.delivery"), value: sale.delivery, wide: true },
            { label: t("facts.payment"), value: sale.payment, wide: true },
            { label: t("facts.other"), value: sale.other, wide: true },
            {
              label: t("facts.items"),
              wide: true,
              value: (
                <ul className="space-y-1">
                  {lot.items.map((item) => (
                    <li key={item.id}>
                      <Link className="link" to={`/achievements/${item.id}`}>
                        {item.title}
                      </Link>
                    </li>
                  ))}
                </ul>
              ),
            },
            {
              label: t("facts.defects"),
              value: <span className="prose-text">{lot.defects || t("facts.noDefects")}</span>,
              wide: true,
            },
          ]}
        />
      </div>
    </Card>
  );
}

function useReserveText(lot: LotFacts): string {
  const { t } = useTranslation("trading");
  const { fen } = useLotText();
  const { reserve } = lot;
  if (reserve.kind === "NONE") return t("facts.reserveNone");
  if (reserve.kind === "PUBLIC") return fen(reserve.amountFen);
  return reserve.openedFen === null
    ? t("facts.reserveSecret", { commitment: reserve.commitment })
    : t("facts.reserveOpened", {
        amount: fen(reserve.openedFen),
        commitment: reserve.commitment,
      });
}

/** Price, deposit, reserve, fee. */
export function PriceFacts({
  lot,
  winnerName = null,
}: {
  lot: LotFacts;
  winnerName?: string | null;
}) {
  const { t } = useTranslation("trading");
  const { fen } = useLotText();
  const reserve = useReserveText(lot);
  const basis = lot.priceBasis ? t(`basis.${lot.priceBasis as "OTHER"}`) : "";
  return (
    <Card title={t("facts.price")}>
      <DescriptionList
        hideEmpty
        items={[
          { label: t("facts.finalPrice"), value: lot.priceFen && fen(lot.priceFen) },
          { label: t("facts.winner"), value: winnerName },
          { label: t("facts.startPrice"), value: fen(lot.startPriceFen) },
          { label: t("facts.step"), value: fen(lot.stepFen) },
          {
            label: t("facts.deposit"),
            value: lot.depositFen === "0" ? t("facts.noDeposit") : fen(lot.depositFen),
          },
          {
            label: t("facts.reserve"),
            value: <span className="break-all">{reserve}</span>,
            wide: lot.reserve.kind === "SECRET",
          },
          {
            label: t("facts.priceBasis"),
            value: [basis, lot.priceBasisNote].filter(Boolean).join("：") || null,
            wide: lot.priceBasisNote !== "",
          },
          {
            label: t("facts.fee"),
            value:
              lot.feePayer === "NONE" || lot.feeBp === 0
                ? t("facts.feeNone")
                : t("facts.feeOf", {
                    percent: lot.feeBp / 100,
                    payer: t(`feePayer.${lot.feePayer as "BUYER"}`),
                  }),
          },
        ]}
      />
    </Card>
  );
}

const STARTS: ReadonlySet<string> = new Set(["announcedAt", "biddingStartsAt"]);

/** Every date, with the time left for those that are ahead. */
export function DateFacts({ lot, now }: { lot: LotFacts; now: Date }) {
  const { t } = useTranslation("trading");
  const dates = [
    ["announcedAt", lot.announcedAt],
    ["applicationsEndAt", lot.applicationsEndAt],
    ["biddingStartsAt", lot.biddingStartsAt],
    ["confirmDueAt", lot.state === "PENDING_CONFIRM" ? lot.confirmDueAt : null],
    ["contractDueAt", lot.state === "SOLD" && !lot.isTraining ? lot.contractDueAt : null],
  ] as const;
  const isRunning = ["ANNOUNCED", "BIDDING", "PENDING_CONFIRM", "SOLD"].includes(lot.state);
  return (
    <DescriptionList
      columns={1}
      items={dates.flatMap(([name, at]) =>
        at === null
          ? []
          : [
              {
                label: t(`facts.${name}`),
                value: (
                  <>
                    <span className="tabular">
                      {STARTS.has(name) ? momentText(at) : deadlineText(at)}
                    </span>
                    {isRunning && at > now && (
                      <span className="block text-sm">
                        <Countdown until={at} now={now} />
                      </span>
                    )}
                  </>
                ),
              },
            ],
      )}
    />
  );
}

/** Who may buy, and what happens without buyers. */
export function QualificationFacts({ lot }: { lot: LotFacts }) {
  const { t } = useTranslation("trading");
  const { plan } = lot;
  return (
    <Card title={t("facts.qualification")}>
      <div className="space-y-4">
        <p className="prose-text">{lot.qualification || t("facts.qualificationNone")}</p>
        <DescriptionList
          hideEmpty
          items={[
            {
              label: t("facts.related"),
              value: t(plan.isRelatedAllowed ? "facts.relatedAllowed" : "facts.relatedBarred"),
            },
            {
              label: t("facts.preemption"),
              value: plan.hasPreemption
                ? t("facts.preemptionYes", { note: plan.preemptionNote })
                : t("facts.preemptionNo"),
            },
            {
              label: t("facts.extension"),
              value:
                plan.extensionsMax > 0
                  ? t("facts.extensionText", {
                      count: plan.extensionsMax,
                      days: plan.extensionWorkdays,
                    })
                  : t("facts.extensionNone"),
            },
            { label: t("facts.auctionHouse"), value: lot.auction?.house },
            { label: t("facts.auctionLicence"), value: lot.auction?.licence },
            { label: t("facts.auctioneer"), value: lot.auction?.auctioneer },
          ]}
        />
      </div>
    </Card>
  );
}

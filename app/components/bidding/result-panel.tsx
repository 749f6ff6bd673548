import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import type { AuctionBoard, AuctionView } from "~/domain/bidding/auction-view";
import { useBiddingText, yuanText } from "./use-bidding-text";

/** How it ended, and where anybody can check it. */
export function ResultPanel({ view, board }: { view: AuctionView; board: AuctionBoard }) {
  const { t } = useTranslation("bidding");
  const { code, who, large } = useBiddingText(view.you?.number);
  const { result } = board;
  if (!result) return null;
  const nameOf = (number: number) => {
    const name = view.bidders.find((one) => one.number === number)?.name;
    const shown = who(number);
    return name ? `${shown} (${name})` : shown;
  };
  const named = view.bidders.filter((one) => one.name !== null);
  const base = `/lots/${view.lotNumber}/transcript`;
  return (
    <Card title={t("result.title")}>
      <div className="space-y-3">
        <p className="text-lg font-medium text-ink">
          {result.outcome === "VOID" && t("result.void")}
          {result.outcome === "FAILED" &&
            t("result.failed", { reason: t(`result.${result.reason}`) })}
          {result.outcome === "WON" &&
            t(result.isPreemptive ? "result.wonPreemptive" : "result.won", {
              who: nameOf(result.bidder),
              amount: [yuanText(result.amountFen), large(result.amountFen)]
                .filter(Boolean)
                .join(" · "),
            })}
        </p>
        {result.outcome === "WON" && <p className="text-muted">{t("result.next")}</p>}
        {named.length > 0 && (
          <details>
            <summary className="link inline-flex min-h-11 items-center">
              {t("result.names")}
            </summary>
            <ul className="space-y-0.5">
              {named.map((one) => (
                <li key={one.number}>
                  {code(one.number)}: {one.name}
                </li>
              ))}
            </ul>
          </details>
        )}
        {view.isPublished && (
          <>
            <p className="flex flex-wrap gap-2">
              <LinkButton to={base} icon="list">
                {t("result.transcript")}
              </LinkButton>
              <LinkButton to="/verify/transcripts" icon="shield">
                {t("result.verify")}
              </LinkButton>
            </p>
            <p className="text-sm text-muted">{t("result.transcriptNote")}</p>
          </>
        )}
        <p>
          <Link className="link inline-flex min-h-11 items-center" to={`/lots/${view.lotNumber}`}>
            {t("live.toLot")}
          </Link>
        </p>
      </div>
    </Card>
  );
}

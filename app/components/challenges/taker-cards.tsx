import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { Table } from "~/components/ui/table";
import type { TakerPage } from "~/domain/challenges/taker-view";
import { useRequirement } from "./target-table";
import { shareText, useMoney } from "./use-money";

/** How far each target is reached by the accepted reports. */
export function ReachedCard({ page }: { page: TakerPage }) {
  const { t } = useTranslation("challenges");
  const requirement = useRequirement();
  const rows = page.targets.map((target, index) => ({
    key: String(index),
    target,
    reached: page.reached[index],
  }));
  return (
    <Card title={t("work.taker.reached")} padding="flush">
      <Table
        caption={t("work.taker.reached")}
        rows={rows}
        rowKey={(one) => one.key}
        columns={[
          {
            key: "target",
            header: t("page.target"),
            rowHeader: true,
            cell: (one) => `${one.target.name} ${requirement(one.target)}`,
          },
          {
            key: "measured",
            header: t("work.taker.measured"),
            cell: (one) => one.reached?.measured ?? t("work.taker.notMeasured"),
          },
          {
            key: "met",
            header: t("work.screening.state"),
            cell: (one) =>
              one.reached?.measured ? (
                <Badge
                  tone={
                    one.reached.met === null ? "warning" : one.reached.met ? "success" : "danger"
                  }
                >
                  {one.reached.met === null
                    ? t("work.taker.undecided")
                    : one.reached.met
                      ? t("work.taker.met")
                      : t("work.taker.unmet")}
                </Badge>
              ) : (
                "—"
              ),
          },
        ]}
      />
    </Card>
  );
}

/** The reward with the scout's part, and public money as a statement. */
export function RewardCard({ page }: { page: TakerPage }) {
  const { t } = useTranslation("challenges");
  const text = useMoney();
  const { money } = page;
  if (money.rewardFen === null) return null;
  const scout = money.scoutRewardFen ?? 0n;
  return (
    <Card title={t("work.taker.money")}>
      <DescriptionList
        items={[
          { label: t("work.taker.reward"), value: text(money.rewardFen) },
          ...(money.hasScout
            ? [
                {
                  label: t("work.taker.scoutReward", { share: shareText(money.scoutShareBp) }),
                  value: text(scout),
                },
              ]
            : []),
          { label: t("work.taker.takerPart"), value: text(money.rewardFen - scout) },
          ...(money.publicStatedFen
            ? [{ label: t("work.taker.publicStated"), value: text(money.publicStatedFen) }]
            : []),
        ]}
      />
      {money.hasScout && <p className="mt-2 text-sm text-muted">{t("work.taker.scoutNote")}</p>}
      {money.publicStatedFen !== null && money.publicStatedFen > 0n && (
        <p className="mt-2 text-sm text-muted">{t("work.taker.publicHint")}</p>
      )}
      {money.paymentId && page.role === "poster" && (
        <p className="mt-3">
          <Link className="link" to={`/desk/payments/${money.paymentId}`}>
            {t("work.taker.payment")}
          </Link>
        </p>
      )}
    </Card>
  );
}

/** What experts have said about the acceptance. */
export function OpinionCard({ page }: { page: TakerPage }) {
  const { t } = useTranslation("challenges");
  return (
    <Card title={t("work.taker.opinions")}>
      {page.opinions.length === 0 && <p className="text-muted">{t("work.taker.noOpinions")}</p>}
      <ul className="divide-y divide-line">
        {page.opinions.map((one) => (
          <li key={`${one.expert}-${one.at}`} className="space-y-1 py-2">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium text-ink">{one.expert}</span>
              <Badge tone={one.opinion === "ACCEPT" ? "success" : "danger"}>
                {one.opinion === "ACCEPT"
                  ? t("work.taker.opinionACCEPT")
                  : t("work.taker.opinionREJECT")}
              </Badge>
              <span className="text-sm text-muted">{formatDateTime(one.at, "datetime")}</span>
            </p>
            <p className="whitespace-pre-wrap">{one.note}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

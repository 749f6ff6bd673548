import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { DescriptionList } from "~/components/ui/description-list";
import { ProgressBar } from "~/components/ui/progress-bar";
import { Table } from "~/components/ui/table";
import type { InstalmentView, PerformanceView } from "~/domain/performance/performance-view";
import { InstalmentStateBadge } from "./performance-state";
import { useMoneyText } from "./use-money-text";
import { usePaymentName } from "./use-payment-name";

/** The payments of a contract and what they add up to, held against the contract. */
export function PaymentPlan({
  performance,
}: {
  performance: Pick<PerformanceView, "instalments" | "sums" | "mayOpenPayments">;
}) {
  const { t } = useTranslation("performance");
  const money = useMoneyText();
  const nameOf = usePaymentName();
  const { instalments, sums, mayOpenPayments } = performance;
  const doesAgree = sums.termsFen === sums.planFen;
  const due = sums.planFen + sums.statedRoyaltyFen;
  return (
    <section aria-labelledby="payments" className="grid gap-4">
      <div>
        <h2 id="payments" className="text-xl">
          {t("payments.title")}
        </h2>
        <p className="text-sm text-muted">{t("payments.lead")}</p>
      </div>
      {!doesAgree && (
        <Alert tone="danger" title={`${t("sums.plan")}: ${t("sums.differ")}`}>
          {t("sums.differHint")}
        </Alert>
      )}
      <Card padding="flush">
        <Table
          caption={t("payments.caption")}
          rows={instalments}
          rowKey={(one) => one.id}
          empty={<p className="p-4 text-muted">{t("payments.empty")}</p>}
          columns={[
            {
              key: "name",
              header: t("payments.name"),
              rowHeader: true,
              cell: (one) =>
                mayOpenPayments ? (
                  <Link className="link" to={`/desk/instalments/${one.id}`}>
                    {nameOf(one)}
                  </Link>
                ) : (
                  nameOf(one)
                ),
            },
            {
              key: "amount",
              header: t("payments.amount"),
              align: "end",
              cell: (one) => <PaymentAmount payment={one} />,
            },
            {
              key: "due",
              header: t("payments.due"),
              cell: (one) => (
                <span className="tabular">
                  {one.dueOn ?? t("none")}
                  {one.isOverdue && (
                    <span className="ml-2 text-danger-700">{t("payments.overdue")}</span>
                  )}
                </span>
              ),
            },
            {
              key: "after",
              header: t("payments.after"),
              cell: (one) =>
                one.milestone ? one.milestone.title || t("milestones.untitled") : "—",
            },
            {
              key: "state",
              header: t("payments.state"),
              cell: (one) => <InstalmentStateBadge state={one.state} />,
            },
          ]}
        />
      </Card>
      <Card title={t("sums.title")} headingLevel={3}>
        <div className="grid gap-4">
          {due > 0n && (
            <ProgressBar
              label={t("sums.progress")}
              value={Number((sums.confirmedFen * 1000n) / due) / 10}
              max={100}
              valueText={`${money(sums.confirmedFen)} / ${money(due)}`}
            />
          )}
          <DescriptionList
            columns={2}
            items={[
              { label: t("sums.terms"), value: money(sums.termsFen) },
              {
                label: t("sums.plan"),
                value: `${money(sums.planFen)} — ${t(doesAgree ? "sums.agree" : "sums.differ")}`,
              },
              ...(sums.statedRoyaltyFen > 0n
                ? [{ label: t("sums.royalty"), value: money(sums.statedRoyaltyFen) }]
                : []),
              { label: t("sums.confirmed"), value: money(sums.confirmedFen) },
              { label: t("sums.waiting"), value: money(sums.waitingFen) },
            ]}
          />
        </div>
      </Card>
    </section>
  );
}

/** The amount, or that it is still to be stated, or that nothing came of it. */
export function PaymentAmount({
  payment,
}: {
  payment: Pick<InstalmentView, "amountFen" | "isStated">;
}) {
  const { t } = useTranslation("performance");
  const money = useMoneyText();
  if (payment.amountFen !== null)
    return <span className="tabular">{money(payment.amountFen)}</span>;
  return (
    <span className="text-muted">
      {t(payment.isStated ? "payments.nothing" : "payments.toBeStated")}
    </span>
  );
}

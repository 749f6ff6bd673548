import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { OnlinePayment } from "~/components/performance/online-payment";
import { PaymentForms } from "~/components/performance/payment-forms";
import { PaymentAmount } from "~/components/performance/payment-plan";
import { InstalmentStateBadge } from "~/components/performance/performance-state";
import { ProofList } from "~/components/performance/proof-list";
import { percentText, useMoneyText } from "~/components/performance/use-money-text";
import { usePaymentName } from "~/components/performance/use-payment-name";
import { Card } from "~/components/ui/card";
import { DescriptionList } from "~/components/ui/description-list";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getPayment } from "~/domain/performance/payment-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerPaymentForm } from "~/http/performance/payment-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["performance", "common"]);
    const payment = await getPayment(params.id ?? "", actor, getDb());
    return {
      title: `${payment.contract.title} · ${t("performance:payments.listTitle")} · ${t("common:marketName")}`,
      payment,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerPaymentForm(request, params.id ?? "", actor, getDb());
  });
}

export default function PaymentPage() {
  const { t } = useTranslation("performance");
  const { payment } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const money = useMoneyText();
  const nameOf = usePaymentName();
  const { royalty, contract } = payment;
  return (
    <>
      <PageHeader
        title={nameOf(payment)}
        lead={contract.title}
        eyebrow={<InstalmentStateBadge state={payment.state} />}
        breadcrumbs={[
          { label: t("payments.listTitle"), to: "/desk/instalments" },
          { label: nameOf(payment) },
        ]}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <FormErrorSummary
          {...view.summary({
            amount: t("payments.paidAmount"),
            paidOn: t("payments.paidOn"),
            bankReference: t("payments.reference"),
            file: t("payments.receipt"),
            base: t("payments.base"),
            note: t("payments.rejectNote"),
          })}
        />
        <Card title={t("payments.facts")}>
          <DescriptionList
            columns={2}
            items={[
              { label: t("payments.amount"), value: <PaymentAmount payment={payment} /> },
              {
                label: t("payments.due"),
                value: (
                  <>
                    {payment.dueOn ?? t("none")}
                    {payment.isOverdue && (
                      <span className="ml-2 text-danger-700">{t("payments.overdue")}</span>
                    )}
                  </>
                ),
              },
              { label: t("payments.payer"), value: payment.payer },
              { label: t("payments.payee"), value: payment.payee },
              ...(payment.milestone
                ? [
                    {
                      label: t("payments.after"),
                      value: `${payment.milestone.title || t("milestones.untitled")} (${t(`milestones.states.${payment.milestone.state}`)})`,
                    },
                  ]
                : []),
              ...(royalty
                ? [
                    {
                      label: t("payments.royalty"),
                      value: `${t("payments.royaltyText", {
                        base: t(`payments.bases.${royalty.base as "NET_SALES"}`),
                        rate: percentText(royalty.rateBp),
                      })}${royalty.capFen ? `, ${t("payments.cap", { amount: Number(royalty.capFen) / 100 })}` : ""}`,
                    },
                    {
                      label: t("payments.stated"),
                      value: payment.baseFen === null ? "—" : money(payment.baseFen),
                    },
                  ]
                : []),
              {
                label: t("payments.contract"),
                value: payment.isInRoom ? (
                  <Link className="link" to={`/desk/deals/${contract.dealId}/performance`}>
                    {t("payments.room")}
                  </Link>
                ) : (
                  contract.title
                ),
              },
            ]}
          />
        </Card>
        <OnlinePayment payment={payment} />
        <PaymentForms payment={payment} view={view} />
        {!(payment.online?.isPaid && payment.proofs.length === 0) && (
          <ProofList payment={payment} />
        )}
      </div>
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { InvoiceIssueCard } from "~/components/payments/invoice-issue-card";
import { PaymentFacts } from "~/components/payments/payment-facts";
import { PaymentStateBadge } from "~/components/payments/payment-state";
import { TransferCheck } from "~/components/payments/transfer-check";
import { TransferProofs } from "~/components/payments/transfer-proofs";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getPaymentView } from "~/domain/payments/payment-view-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { answerOfficePayment } from "~/http/payments/office-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const t = getFixedT(request, ["payments", "common"]);
    const payment = await getPaymentView(params.id ?? "", actor, getDb());
    return { title: `${payment.reference} · ${t("common:marketName")}`, payment };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    return answerOfficePayment(request, params.id ?? "", actor, getDb());
  });
}

export default function OfficePaymentPage() {
  const { t } = useTranslation("payments");
  const { payment } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  return (
    <>
      <PageHeader
        title={payment.title}
        lead={`${payment.payer} · ${payment.reference}`}
        eyebrow={<PaymentStateBadge state={payment.state} />}
        breadcrumbs={[
          { label: t("office.payments.title"), to: "/office/payments" },
          { label: payment.reference },
        ]}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <FormErrorSummary
          {...view.summary({
            note: t("check.rejectNote"),
            issuedNumber: t("invoice.issuedNumber"),
            issuedOn: t("invoice.issuedOn"),
          })}
        />
        <PaymentFacts payment={payment} />
        <TransferCheck payment={payment} view={view} />
        <TransferProofs payment={payment} />
        {payment.invoice?.data && (
          <InvoiceIssueCard data={payment.invoice.data} today={payment.today} view={view} />
        )}
        <p>
          <Link className="link" to={`/office/ledger?find=${payment.reference}`}>
            {t("office.ledger.title")}
          </Link>
        </p>
      </div>
    </>
  );
}

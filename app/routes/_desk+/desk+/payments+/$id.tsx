import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { InvoiceCard } from "~/components/payments/invoice-card";
import { PayByTransfer } from "~/components/payments/pay-by-transfer";
import { PayOnline } from "~/components/payments/pay-online";
import { PaymentFacts } from "~/components/payments/payment-facts";
import { PaymentStateBadge } from "~/components/payments/payment-state";
import { TransferProofs } from "~/components/payments/transfer-proofs";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { ONLINE_ONLY_PURPOSES } from "~/domain/payments/payment-procedure";
import { getPaymentView, isInstalment } from "~/domain/payments/payment-view-queries.server";
import { DomainError } from "~/domain/shared/domain-error";
import { isId } from "~/domain/shared/ids";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerPaymentForm } from "~/http/payments/payment-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const { id } = params;
    if (!isId(id)) throw new DomainError("not_found", { status: 404 });
    // Notices of earlier days lead here for the payments of a contract's plan.
    if (await isInstalment(id, db)) throw redirect(`/desk/instalments/${id}`);
    const t = getFixedT(request, ["payments", "common"]);
    const payment = await getPaymentView(id, actor, db);
    return {
      title: `${payment.title} · ${t("payments:listTitle")} · ${t("common:marketName")}`,
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
  const { t } = useTranslation("payments");
  const { payment } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { state, mayPay } = payment;
  const isOpen = state === "DUE" || state === "STARTED";
  const isOnlineOnly = ONLINE_ONLY_PURPOSES.includes(payment.purpose);
  const isChecked = state === "PROOF_GIVEN" || state === "RECEIVED";
  return (
    <>
      <PageHeader
        title={payment.title}
        lead={payment.reference}
        eyebrow={<PaymentStateBadge state={state} />}
        breadcrumbs={[{ label: t("listTitle"), to: "/desk/payments" }, { label: payment.title }]}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <FormErrorSummary
          {...view.summary({
            amount: t("transfer.paid"),
            paidOn: t("transfer.paidOn"),
            bankReference: t("transfer.bankReference"),
            file: t("transfer.receipt"),
            title: t("invoice.name"),
            uscc: t("invoice.uscc"),
            kind: t("invoice.kind"),
            address: t("invoice.address"),
            bankAccount: t("invoice.bankAccount"),
          })}
        />
        <PaymentFacts payment={payment} />
        {isOpen && !mayPay && (
          <p className="text-muted">
            {t("waitPayer")} {t("onlyLook")}
          </p>
        )}
        {isChecked && <p className="text-muted">{t("waitCheck")}</p>}
        {isOpen && mayPay && (
          <section aria-labelledby="ways" className="grid grid-cols-[minmax(0,1fr)] gap-4">
            <h2 id="ways" className="text-xl">
              {t("ways")}
            </h2>
            <PayOnline payment={payment} />
            {state === "DUE" && !isOnlineOnly && <PayByTransfer payment={payment} view={view} />}
          </section>
        )}
        {payment.invoice && <InvoiceCard invoice={payment.invoice} view={view} />}
        <TransferProofs payment={payment} />
      </div>
    </>
  );
}

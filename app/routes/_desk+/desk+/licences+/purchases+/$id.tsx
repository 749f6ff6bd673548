import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { PurchaseStateBadge } from "~/components/licences/licence-state";
import { LicenceText } from "~/components/licences/licence-text";
import { PurchaseFacts } from "~/components/licences/purchase-facts";
import { Alert } from "~/components/ui/alert";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Timeline } from "~/components/ui/timeline";
import { cancelPurchase } from "~/domain/licences/cancel-purchase.server";
import { licenceHref, purchaseHref } from "~/domain/licences/licence-href-rules";
import { openLicenceRoom } from "~/domain/licences/open-licence-room.server";
import { getPurchase } from "~/domain/licences/purchase-queries.server";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["licences", "common"]);
    const purchase = await getPurchase(params.id ?? "", actor, getDb());
    return {
      purchase,
      title: `${purchase.number} · ${t("licences:purchases.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const schema = z.object({ intent: z.enum(["cancel", "room"], "not_a_choice") });

export function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const purchaseId = params.id ?? "";
    // Strangers are told before their form is looked at.
    await getPurchase(purchaseId, actor, getDb());
    const form = await parseForm(request, schema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const isRoom = form.value.intent === "room";
      if (isRoom) await openLicenceRoom({ purchaseId }, actor, getDb());
      else await cancelPurchase({ purchaseId }, actor, getDb());
      return redirectWithFlash(purchaseHref(purchaseId), {
        tone: "success",
        message: isRoom ? "licences:purchase.roomAsked" : "licences:purchase.cancelled",
      });
    });
  });
}

/** One licence for both sides: paying, the document, recording, the room. */
export default function PurchasePage() {
  const { purchase } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { t } = useTranslation("licences");
  const { state } = purchase;
  const isLicensed = state === "LICENSED";
  return (
    <>
      <PageHeader
        title={purchase.title}
        eyebrow={
          <>
            <PurchaseStateBadge state={state} />
            <span className="tabular text-sm text-muted">{purchase.number}</span>
          </>
        }
        breadcrumbs={[
          { label: t("purchases.title"), to: "/desk/licences/purchases" },
          { label: purchase.number },
        ]}
        actions={
          <LinkButton to={licenceHref(purchase.offerNumber)}>{t("file.publicPage")}</LinkButton>
        }
      />
      <div className="space-y-6">
        <FormErrorSummary {...view.summary({})} />
        {state === "PAID" && <Alert>{t("purchase.paid")}</Alert>}
        {state === "LAPSED" && <Alert tone="warning">{t("purchase.lapsed")}</Alert>}
        <Card>
          <PurchaseFacts purchase={purchase} />
          <div className="mt-5 flex flex-wrap gap-3">
            {state === "CONFIRMED" && purchase.isBuyer && purchase.payHref && (
              <LinkButton to={purchase.payHref} variant="primary">
                {t("purchase.pay")}
              </LinkButton>
            )}
            {isLicensed && (
              <>
                <LinkButton
                  to={`${purchaseHref(purchase.id)}/document`}
                  reloadDocument
                  variant="primary"
                  icon="download"
                >
                  {t("purchase.download")}
                </LinkButton>
                <LinkButton to="/verify">{t("purchase.verify")}</LinkButton>
              </>
            )}
            {purchase.moves.includes("cancel") && (
              <Form method="post">
                <SubmitButton intent="cancel" variant="danger">
                  {t("purchase.cancel")}
                </SubmitButton>
              </Form>
            )}
          </div>
        </Card>
        {isLicensed && purchase.recordUntil && (
          <Alert tone="warning" title={t("purchase.record")}>
            {t("purchase.recordText", { date: purchase.recordUntil })}
          </Alert>
        )}
        {isLicensed && (
          <Card title={t("purchase.room")}>
            {purchase.dealId ? (
              <>
                <p className="mb-4 text-muted">{t("purchase.roomNext")}</p>
                <LinkButton to={`/desk/deals/${purchase.dealId}`}>
                  {t("purchase.toRoom")}
                </LinkButton>
              </>
            ) : (
              <>
                <p className="mb-4 text-muted">{t("purchase.roomText")}</p>
                {purchase.mayOpenRoom && (
                  <Form method="post">
                    <SubmitButton intent="room" variant="secondary">
                      {t("purchase.room")}
                    </SubmitButton>
                  </Form>
                )}
              </>
            )}
          </Card>
        )}
        <Card title={t("purchase.text")}>
          <p className="mb-4 text-sm break-all text-muted">SHA-256 {purchase.textHash}</p>
          <LicenceText text={purchase.text} />
        </Card>
        {purchase.timeline.length > 0 && (
          <Card title={t("purchase.history")}>
            <Timeline
              items={purchase.timeline.map((one) => ({
                id: one.id,
                title: t(`purchase.moves.${one.move}` as "purchase.moves.pay"),
                at: one.at,
                actor: one.actorName ?? t("file.market"),
                note: one.note,
              }))}
            />
          </Card>
        )}
      </div>
    </>
  );
}

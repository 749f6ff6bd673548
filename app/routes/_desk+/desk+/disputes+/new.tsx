import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FileInput } from "~/components/ui/file-input";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";
import type { UserActor } from "~/domain/identity/actor";
import { assertCan, can, membershipOf } from "~/domain/identity/permission-rules";
import { disputeHref, disputeSchema } from "~/domain/oversight/dispute-schema";
import { raiseDispute } from "~/domain/oversight/raise-dispute.server";
import type { TradeCaseType } from "~/domain/oversight/strike-rules";
import { listOwnCases } from "~/domain/oversight/trade-case-queries.server";
import { caseKey } from "~/domain/oversight/trade-case-rules";
import { MAX_DOCUMENT_BYTES } from "~/domain/shared/file-type-rules";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { readUpload } from "~/http/upload.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

/** Older trades are reached from their own breach or by writing to the operator. */
const CHOICES = 100;

function organisationOf(actor: UserActor): string | null {
  const own = membershipOf(actor, actor.organisationId);
  return own && can(actor, "trade.dispute", { organisationId: own.organisationId })
    ? own.organisationId
    : null;
}

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["oversight", "common"]);
    const organisationId = organisationOf(actor);
    const cases = organisationId ? await listOwnCases(getDb(), organisationId, CHOICES) : [];
    return {
      mayRaise: organisationId !== null,
      asked: new URL(request.url).searchParams.get("trade") ?? "",
      cases: cases.map((one) => ({
        value: caseKey(one),
        caseType: one.caseType,
        number: one.number,
        title: one.title,
      })),
      title: `${t("oversight:dispute.newTitle")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const organisationId = organisationOf(actor);
    // Before the body is read: a file is taken only from somebody who may send it.
    assertCan(actor, "trade.dispute", { organisationId });
    const { fields, upload } = await readUpload(request, {
      field: "file",
      maxBytes: MAX_DOCUMENT_BYTES,
    });
    const form = parseFormData(fields, disputeSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const [caseType = "LOT", caseId = ""] = form.value.trade.split(":");
      const input = {
        caseType: caseType as TradeCaseType,
        caseId,
        organisationId: organisationId ?? "",
        text: form.value.text,
        upload,
      };
      const { id } = await raiseDispute(input, actor, getDb());
      return redirectWithFlash(disputeHref(id), {
        tone: "success",
        message: "oversight:dispute.sent",
      });
    });
  });
}

/** A new dispute about a trade in which the organisation took part. */
export default function NewDispute() {
  const { mayRaise, asked, cases } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { t } = useTranslation("oversight");
  return (
    <>
      <PageHeader
        title={t("dispute.newTitle")}
        lead={t("dispute.newLead")}
        breadcrumbs={[
          { label: t("disputes.title"), to: "/desk/disputes" },
          { label: t("dispute.newTitle") },
        ]}
      />
      {!mayRaise ? (
        <Alert tone="warning">{t("disputes.noScope")}</Alert>
      ) : cases.length === 0 ? (
        <Alert>{t("dispute.noCases")}</Alert>
      ) : (
        <Card>
          <Form method="post" encType="multipart/form-data" className="space-y-4" noValidate>
            <FormErrorSummary
              {...view.summary({
                trade: t("dispute.trade"),
                text: t("dispute.text"),
                file: t("dispute.file"),
              })}
            />
            <Select
              name="trade"
              label={t("dispute.trade")}
              hint={t("dispute.tradeHint", { count: cases.length })}
              placeholder={t("dispute.tradePlaceholder")}
              required
              defaultValue={view.value("trade", asked)}
              error={view.error("trade")}
              options={cases.map((one) => ({
                value: one.value,
                label: `${t(`caseTypes.${one.caseType}`)} ${t("caseNumber", { number: one.number })} ${one.title}`,
              }))}
            />
            <Textarea
              name="text"
              label={t("dispute.text")}
              rows={8}
              maxLength={2000}
              required
              defaultValue={view.value("text")}
              error={view.error("text")}
            />
            <FileInput
              name="file"
              label={t("dispute.file")}
              accept=".pdf,image/png,image/jpeg"
              maxBytes={MAX_DOCUMENT_BYTES}
              error={view.error("file")}
            />
            <SubmitButton>{t("dispute.send")}</SubmitButton>
          </Form>
        </Card>
      )}
    </>
  );
}

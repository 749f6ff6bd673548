import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { RelatedDeclarations, RelatedForm } from "~/components/deals/related-declarations";
import { RightHolderForm } from "~/components/deals/right-holder-form";
import { RightHolderResults } from "~/components/deals/right-holder-results";
import { TermsNav } from "~/components/deals/terms-nav";
import { useFormView } from "~/components/identity/form-view";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { Disclosure } from "~/components/ui/disclosure";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { declareRelatedParty } from "~/domain/deals/declare-related-party.server";
import { declareRightHolder } from "~/domain/deals/declare-right-holder.server";
import { relatedPartySchema } from "~/domain/deals/related-party-schema";
import { getChecksPage } from "~/domain/deals/right-holder-page-queries.server";
import { RIGHT_HOLDER_QUESTION_IDS, rightHolderSchema } from "~/domain/deals/right-holder-schema";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const dealId = params.id ?? "";
    return { dealId, page: await getChecksPage(dealId, actor, getDb()) };
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const dealId = params.id ?? "";
    const fields = await readForm(request);
    const back = (message: "rightHolder.saved" | "related.saved") =>
      redirectWithFlash(`/desk/deals/${dealId}/checks`, {
        tone: "success",
        message: `terms:${message}`,
      });
    if (fields.get("intent") === "right-holder") {
      const form = parseFormData(fields, rightHolderSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        await declareRightHolder({ dealId, answers: form.value }, actor, db);
        return back("rightHolder.saved");
      });
    }
    const form = parseFormData(fields, relatedPartySchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await declareRelatedParty({ ...form.value, dealId }, actor, db);
      return back("related.saved");
    });
  });
}

/** Right-holder checks and related-party declarations, for both sides to see. */
export default function ChecksPage() {
  const { t } = useTranslation("terms");
  const { dealId, page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const view = useFormView(answer);
  const { check, prefilled, side, supply, demand } = page;
  const intent = view.value("intent");
  const own = side === "SUPPLY" ? supply : side === "DEMAND" ? demand : null;
  const stored = { ...(prefilled ?? {}), ...(check?.answers ?? {}) };
  const isHolderForm = intent === "right-holder";
  const isRelatedForm = intent === "related";
  const labels = {
    ...Object.fromEntries(
      RIGHT_HOLDER_QUESTION_IDS.map((id) => [id, t(`rightHolder.question.${id}`)]),
    ),
    isRelated: t("related.question"),
    kinds: t("related.kinds"),
    note: t("related.note"),
    confirmed: t("related.confirm"),
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <TermsNav dealId={dealId} />
      <FormErrorSummary {...view.summary(labels)} />
      <Card title={t("rightHolder.title")}>
        <div className="space-y-4">
          <p className="text-muted">{t("rightHolder.lead")}</p>
          {check ? (
            <>
              <RightHolderResults results={check.results} />
              {check.answers.note !== "" && (
                <p className="prose-text whitespace-pre-wrap">{check.answers.note}</p>
              )}
              <p className="text-sm text-muted">
                {t("rightHolder.answeredAt", {
                  name: check.by,
                  time: formatDateTime(check.at, "datetime"),
                  version: check.rulesVersion,
                })}
              </p>
            </>
          ) : (
            <Alert tone="warning">{t("rightHolder.none")}</Alert>
          )}
          {page.isHolder && (
            <Disclosure summary={t("rightHolder.answer")} open={!check || isHolderForm}>
              {prefilled && <p className="mb-4 text-sm text-muted">{t("rightHolder.prefilled")}</p>}
              <RightHolderForm
                valueAt={(name) => (isHolderForm ? view.value(name) : String(stored[name] ?? ""))}
                errorAt={(name) => (isHolderForm ? view.error(name) : undefined)}
              />
            </Disclosure>
          )}
        </div>
      </Card>
      <Card title={t("related.title")}>
        <div className="space-y-4">
          <p className="text-muted">{t("related.lead")}</p>
          <RelatedDeclarations supply={supply} demand={demand} />
          {side && (
            <Disclosure summary={t("related.save")} open={!own || isRelatedForm}>
              <RelatedForm
                value={
                  isRelatedForm
                    ? {
                        isRelated: view.value("isRelated"),
                        kinds: view.values("kinds"),
                        note: view.value("note"),
                      }
                    : {
                        isRelated: own ? (own.isRelated ? "YES" : "NO") : "",
                        kinds: own?.kinds ?? [],
                        note: own?.note ?? "",
                      }
                }
                errorAt={(name) => (isRelatedForm ? view.error(name) : undefined)}
              />
            </Disclosure>
          )}
        </div>
      </Card>
    </div>
  );
}

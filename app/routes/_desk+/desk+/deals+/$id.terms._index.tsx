import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { TermsAnswers } from "~/components/deals/terms-answers";
import { TermsNav } from "~/components/deals/terms-nav";
import { TermsTable } from "~/components/deals/terms-table";
import { TermsVersionHead } from "~/components/deals/terms-version";
import { useFormView } from "~/components/identity/form-view";
import { Alert } from "~/components/ui/alert";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import { EmptyState } from "~/components/ui/empty-state";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Pagination } from "~/components/ui/pagination";
import { Select } from "~/components/ui/select";
import { acceptTerms } from "~/domain/deals/accept-terms.server";
import { answerTerms } from "~/domain/deals/answer-terms.server";
import { listTermLabels } from "~/domain/deals/terms-label-queries.server";
import { getTermsOverview } from "~/domain/deals/terms-version-queries.server";
import { DomainError } from "~/domain/shared/domain-error";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { findLocale } from "~/i18n/i18next.server";
import { useErrorText } from "~/i18n/use-error-text";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const dealId = params.id ?? "";
    const { page } = readPaging(new URL(request.url).searchParams, PAGE_SIZE);
    const overview = await getTermsOverview(dealId, page, actor, db);
    const labels = await listTermLabels(db, findLocale(request), dealId);
    return { dealId, page, overview, labels };
  });
}

const id = z.uuid("bad_form");
const acceptSchema = z.object({ termSheetId: id, contentHash: z.string("bad_form").length(64) });
const answerSchema = z.object({ termSheetId: id, note: z.string().trim().max(500).default("") });

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const fields = await readForm(request);
    const back = (message: "accepted" | "rejected" | "withdrawn") =>
      redirectWithFlash(`/desk/deals/${params.id}/terms`, {
        tone: "success",
        message: `terms:page.${message}`,
      });
    const intent = fields.get("intent");
    if (intent === "accept") {
      const form = parseFormData(fields, acceptSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        await acceptTerms(form.value, actor, db);
        return back("accepted");
      });
    }
    if (intent !== "reject" && intent !== "withdraw") {
      throw new DomainError("bad_form", { status: 400 });
    }
    const form = parseFormData(fields, answerSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await answerTerms({ ...form.value, answer: intent }, actor, db);
      return back(intent === "reject" ? "rejected" : "withdrawn");
    });
  });
}

export default function TermsPage() {
  const { t } = useTranslation("terms");
  const text = useErrorText();
  const { dealId, page, overview, labels } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { open, accepted, draft, offerRefusal, versions, total } = overview;
  const base = `/desk/deals/${dealId}/terms`;
  const numbers = versions.map((one) => ({
    value: String(one.number),
    label: t("page.version", { number: one.number }),
  }));
  const write =
    offerRefusal === null ? (
      <LinkButton to={`${base}/edit`} variant="primary" icon="edit">
        {t(draft ? "page.goOn" : "page.write")}
      </LinkButton>
    ) : offerRefusal === "none" ? null : (
      <Button variant="secondary" disabledReason={text(offerRefusal) ?? offerRefusal}>
        {t("page.write")}
      </Button>
    );
  const lastPage = Math.ceil(total / PAGE_SIZE);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <TermsNav dealId={dealId} />
      <FormErrorSummary {...view.summary({ note: t("page.reason") })} />
      {draft && (
        <Alert tone="info" actions={open ? write : undefined}>
          {t("page.draftSaved", {
            name: draft.savedBy,
            time: formatDateTime(draft.savedAt, "datetime"),
          })}
        </Alert>
      )}
      {open && (
        <Card
          title={t("page.openTitle", { number: open.number })}
          actions={
            <LinkButton to={`${base}/${open.number}`} size="sm">
              {t("page.readAll")}
            </LinkButton>
          }
        >
          <div className="space-y-4">
            <TermsVersionHead version={open} labels={labels} isOpen />
            <TermsAnswers
              dealId={dealId}
              version={open}
              replaces={accepted?.number ?? null}
              noteError={view.error("note")}
            />
          </div>
        </Card>
      )}
      {accepted && (
        <Card
          title={t("page.acceptedTitle", { number: accepted.number })}
          actions={
            <>
              <LinkButton to={`${base}/${accepted.number}`} size="sm">
                {t("page.readAll")}
              </LinkButton>
              <LinkButton to={`/desk/deals/${dealId}/incentives`} size="sm" variant="quiet">
                {t("page.incentives")}
              </LinkButton>
            </>
          }
        >
          <TermsVersionHead version={accepted} labels={labels} isOpen={false} />
        </Card>
      )}
      {total === 0 ? (
        <EmptyState
          icon="handshake"
          title={t("page.emptyTitle")}
          actions={offerRefusal === "none" ? undefined : write}
        >
          {t(offerRefusal === "none" ? "page.emptyOther" : "page.emptyText")}
        </EmptyState>
      ) : (
        <>
          {!open && write && <div>{write}</div>}
          <Card title={t("page.versions")} padding="flush">
            <TermsTable dealId={dealId} versions={versions} />
          </Card>
          <Pagination
            previousTo={page > 1 ? `?page=${page - 1}` : null}
            nextTo={page < lastPage ? `?page=${page + 1}` : null}
          />
          {numbers.length > 1 && (
            <Card title={t("page.compare")}>
              <Form
                method="get"
                action={`${base}/compare`}
                className="flex flex-wrap items-end gap-3"
              >
                <Select
                  name="before"
                  label={t("page.compareFrom")}
                  options={numbers}
                  defaultValue={numbers[1]?.value}
                />
                <Select
                  name="after"
                  label={t("page.compareTo")}
                  options={numbers}
                  defaultValue={numbers[0]?.value}
                />
                <Button type="submit">{t("page.compare")}</Button>
              </Form>
            </Card>
          )}
        </>
      )}
    </div>
  );
}

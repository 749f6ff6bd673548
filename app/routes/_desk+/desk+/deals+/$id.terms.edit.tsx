import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import {
  Form,
  type ShouldRevalidateFunction,
  useActionData,
  useLoaderData,
} from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TermsForm } from "~/components/deals/terms-form";
import { TermsNav } from "~/components/deals/terms-nav";
import { Alert } from "~/components/ui/alert";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { Select } from "~/components/ui/select";
import { getTermsEditor } from "~/domain/deals/terms-editor-queries.server";
import { listTermLabels } from "~/domain/deals/terms-label-queries.server";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { editTerms, type TermsEditAnswer } from "~/http/terms/edit-terms.server";
import { findLocale } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const dealId = params.id ?? "";
    const view = await getTermsEditor(dealId, actor, db);
    const labels = await listTermLabels(db, findLocale(request), dealId);
    return { dealId, view, labels };
  });
}

/** News of the room must not take the form away from somebody who is writing in it. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}) => (formMethod || currentUrl.href !== nextUrl.href ? defaultShouldRevalidate : false);

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const edited = await editTerms(params.id ?? "", await readForm(request), actor, getDb());
    if (edited.kind === "DONE") return redirectWithFlash(edited.to, edited.flash);
    return data(edited, { status: edited.status });
  });
}

export default function TermsEditPage() {
  const { t } = useTranslation("terms");
  const { dealId, view, labels } = useLoaderData<typeof loader>();
  const answer = useActionData<TermsEditAnswer>();
  const { open } = view;
  const action = `/desk/deals/${dealId}/terms/edit`;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <TermsNav dealId={dealId} />
      <div>
        <h2 className="text-xl">{t(open && !open.isOurs ? "edit.counterTitle" : "edit.title")}</h2>
        <p className="mt-1 text-muted">{t("edit.lead")}</p>
      </div>
      {open && (
        <Alert
          tone="info"
          actions={
            <LinkButton to={`/desk/deals/${dealId}/terms/${open.number}`} size="sm">
              {t("page.readAll")}
            </LinkButton>
          }
        >
          {t(open.isOurs ? "edit.openOurs" : "edit.openTheirs", { number: open.number })}
        </Alert>
      )}
      {view.source === "LISTING" && <Alert tone="info">{t("edit.fromListing")}</Alert>}
      {view.source === "VERSION" && (
        <Alert tone="info">{t("edit.fromVersion", { number: view.sourceNumber })}</Alert>
      )}
      {/* Made anew with every stored revision, so that the fields show what the server has. */}
      <TermsForm
        key={`${view.revision}-${answer?.at ?? ""}`}
        dealId={dealId}
        view={view}
        labels={labels}
        errors={answer?.errors ?? {}}
        formErrors={answer?.formErrors ?? []}
        note={answer?.note ?? ""}
      />
      {view.source === "DRAFT" && (
        <Card>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
            {view.numbers.length > 0 && (
              <Disclosure summary={t("edit.restart")}>
                <Form method="post" action={action} className="flex flex-wrap items-end gap-3">
                  <input type="hidden" name="revision" value={view.revision} />
                  <Select
                    name="number"
                    label={t("page.column.number")}
                    options={view.numbers.map((number) => ({
                      value: String(number),
                      label: t("page.version", { number }),
                    }))}
                  />
                  <SubmitButton intent="restart" variant="secondary">
                    {t("edit.restartDo")}
                  </SubmitButton>
                  <p className="w-full text-sm text-muted">{t("edit.restartText")}</p>
                </Form>
              </Disclosure>
            )}
            <Form method="post" action={action}>
              <SubmitButton intent="discard" variant="danger">
                {t("edit.discard")}
              </SubmitButton>
              <p className="mt-1 text-sm text-muted">{t("edit.discardText")}</p>
            </Form>
          </div>
        </Card>
      )}
    </div>
  );
}

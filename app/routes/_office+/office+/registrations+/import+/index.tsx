import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { PageHeader } from "~/components/layout/page-header";
import { OfficialAnswerTable } from "~/components/registration/official-answer-table";
import { Alert } from "~/components/ui/alert";
import { buttonClass, LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FileInput } from "~/components/ui/file-input";
import { ANSWER_MAX_BYTES } from "~/domain/registration/official-answer-file.server";
import { handlingOffices } from "~/domain/registration/official-answer-plan.server";
import { withErrors } from "~/http/error-response.server";
import { answerForm, parseFormData } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { answerImport } from "~/http/official-answer.server";
import { getFixedT } from "~/i18n/i18next.server";
import { useErrorText } from "~/i18n/use-error-text";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    handlingOffices(await requireUser(request));
    const t = getFixedT(request, ["certificates", "common"]);
    return {
      maxBytes: ANSWER_MAX_BYTES,
      title: `${t("exports.answers.title")} · ${t("common:marketName")}`,
    };
  });
}

export function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    handlingOffices(actor);
    const unread = parseFormData(new FormData(), z.object({}));
    return answerForm(unread, async () => ({ page: await answerImport(request, actor) }));
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ImportAnswers() {
  const { t } = useTranslation(["certificates", "recognition"]);
  const errorText = useErrorText();
  const { maxBytes } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const page = answer && "page" in answer ? answer.page : null;
  const refused = answer && "result" in answer ? answer.result : null;
  const due = page?.rows.filter((row) => row.isDue).length ?? 0;
  return (
    <>
      <PageHeader
        title={t("exports.answers.title")}
        lead={t("exports.answers.lead")}
        breadcrumbs={[
          { label: t("recognition:title"), to: "/office/registrations" },
          { label: t("exports.answers.title") },
        ]}
      />
      <div className="space-y-6">
        {!page && (
          <Card>
            <Form method="post" encType="multipart/form-data" className="max-w-2xl space-y-5">
              <FileInput
                name="file"
                label={t("exports.answers.file")}
                hint={t("exports.answers.fileHint")}
                accept=".json,.xlsx"
                maxBytes={maxBytes}
                error={errorText(refused?.error?.file)}
              />
              <div className="flex flex-wrap gap-3">
                <SubmitButton intent="preview">{t("exports.answers.preview")}</SubmitButton>
                {/* A plain link: the answer is a file, not a page. */}
                <a
                  className={buttonClass("secondary")}
                  href="/office/registrations/import/template.xlsx"
                >
                  {t("exports.answers.template")}
                </a>
              </div>
            </Form>
          </Card>
        )}
        {page && (
          <Form method="post" encType="multipart/form-data" className="space-y-4">
            <input type="hidden" name="answers" value={page.answers} />
            <Card
              padding="flush"
              title={
                page.step === "DONE" ? t("exports.answers.doneTitle") : t("exports.answers.preview")
              }
            >
              <OfficialAnswerTable rows={page.rows} step={page.step} />
            </Card>
            {page.step === "PREVIEW" && <Alert>{t("exports.answers.permission")}</Alert>}
            <div className="flex flex-wrap gap-3">
              {page.step === "PREVIEW" && due > 0 && (
                <SubmitButton intent="apply">{t("exports.answers.apply")}</SubmitButton>
              )}
              {page.step === "PREVIEW" && due === 0 && (
                <p className="text-muted">{t("exports.answers.applyNone")}</p>
              )}
              <LinkButton to="/office/registrations/import" reloadDocument>
                {t("exports.answers.again")}
              </LinkButton>
            </div>
          </Form>
        )}
      </div>
    </>
  );
}

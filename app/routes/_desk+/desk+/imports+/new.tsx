import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FileInput } from "~/components/ui/file-input";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { createImportRun } from "~/domain/imports/create-import-run.server";
import { IMPORT_LIMITS } from "~/domain/imports/import-limits";
import { listImportTargets } from "~/domain/imports/import-queries.server";
import { type NewImportForm, newImportSchema } from "~/domain/imports/import-schema";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { answerForm, parseFormData, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { readUpload, type Upload } from "~/http/upload.server";
import { getFixedT } from "~/i18n/i18next.server";
import { useErrorText } from "~/i18n/use-error-text";
import { getDb } from "~/platform/db.server";
import { getStorage } from "~/platform/storage.server";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["imports", "common"]);
    return {
      targets: await listImportTargets(getDb(), actor),
      actingFor: actor.organisationId,
      maxBytes: IMPORT_LIMITS.fileBytes,
      title: `${t("form.title")} · ${t("common:marketName")}`,
    };
  });
}

export function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    // A file that is too large ends the reading: the fields behind it are not known then.
    const unread = parseFormData(new FormData(), newImportSchema);
    return answerForm(unread, async () => {
      const { fields, upload } = await readUpload(request, {
        field: "file",
        maxBytes: IMPORT_LIMITS.fileBytes,
      });
      const form = parseFormData(fields, newImportSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, () => startImport(form.value, upload));
    });

    async function startImport(input: NewImportForm, upload: Upload | null) {
      if (!upload) throw new DomainError("required", { field: "file" });
      const { id } = await createImportRun(
        { ...input, fileName: upload.name, content: upload.bytes },
        actor,
        getDb(),
        getStorage(),
      );
      return redirect(`/desk/imports/${id}`);
    }
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewImport() {
  const { t } = useTranslation("imports");
  const errorText = useErrorText();
  const { targets, actingFor, maxBytes } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer && "result" in answer ? answer.result : undefined;
  const given = (name: string) => {
    const value = result?.initialValue?.[name];
    return typeof value === "string" ? value : undefined;
  };
  const error = (name: string) => errorText(result?.error?.[name]);
  const formError = errorText(result?.error?.[""]);
  const trusted = targets.some((one) => one.trustedImport);
  return (
    <>
      <PageHeader
        title={t("form.title")}
        lead={t("form.lead")}
        breadcrumbs={[{ label: t("title"), to: "/desk/imports" }, { label: t("form.title") }]}
      />
      {targets.length === 0 ? (
        <Alert tone="warning">{t("notAllowed")}</Alert>
      ) : (
        <Card>
          <Form method="post" encType="multipart/form-data" className="max-w-2xl space-y-5">
            <FormErrorSummary
              errors={{
                kind: error("kind"),
                organisationId: error("organisationId"),
                file: error("file"),
                source: error("source"),
              }}
              formErrors={formError ? [formError] : []}
              labels={{
                kind: t("form.kind"),
                organisationId: t("form.organisation"),
                file: t("form.file"),
                source: t("form.source"),
              }}
            />
            <RadioGroup
              name="kind"
              label={t("form.kind")}
              required
              look="inline"
              error={error("kind")}
              defaultValue={given("kind") ?? "ACHIEVEMENT"}
              options={[
                { value: "ACHIEVEMENT", label: t("form.kindAchievements") },
                { value: "NEED", label: t("form.kindNeeds") },
              ]}
            />
            <Select
              name="organisationId"
              label={t("form.organisation")}
              required
              error={error("organisationId")}
              hint={t(trusted ? "form.trusted" : "form.untrusted")}
              defaultValue={given("organisationId") ?? actingFor ?? undefined}
              options={targets.map((one) => ({ value: one.id, label: one.legalName }))}
            />
            <FileInput
              name="file"
              label={t("form.file")}
              required
              accept=".csv,.tsv,.txt,.xlsx,.jsonl,.ndjson"
              maxBytes={maxBytes}
              hint={t("form.fileHint")}
              error={error("file")}
            />
            <TextInput
              name="source"
              label={t("form.source")}
              maxLength={60}
              hint={t("form.sourceHint")}
              error={error("source")}
              defaultValue={given("source") ?? ""}
            />
            <SubmitButton icon="upload">{t("form.submit")}</SubmitButton>
          </Form>
        </Card>
      )}
    </>
  );
}

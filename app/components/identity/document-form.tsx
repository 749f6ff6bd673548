import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FileInput } from "~/components/ui/file-input";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { RadioGroup } from "~/components/ui/radio-group";
import { DOCUMENT_ACCEPT, MAX_DOCUMENT_BYTES } from "~/domain/identity/document-file-rules";
import { type RefusedForm, useFormView } from "./form-view";

type Purpose = "LICENCE" | "AUTHORISATION" | "USCC_OVERRIDE";

/** Upload of one document of the verification. */
export function DocumentForm({
  purposes,
  answer,
}: {
  purposes: readonly Purpose[];
  answer: RefusedForm;
}) {
  const { t } = useTranslation(["identity", "common"]);
  const view = useFormView(answer);
  return (
    <Card>
      <Form method="post" encType="multipart/form-data" className="max-w-xl space-y-5" noValidate>
        <FormErrorSummary
          {...view.summary({
            purpose: t("identity:fields.purpose"),
            file: t("identity:fields.file"),
          })}
        />
        <RadioGroup
          name="purpose"
          label={t("identity:fields.purpose")}
          defaultValue={view.value("purpose", "LICENCE") || "LICENCE"}
          options={purposes.map((value) => ({ value, label: t(`identity:documents.${value}`) }))}
          error={view.error("purpose")}
          required
        />
        <FileInput
          name="file"
          label={t("identity:fields.file")}
          hint={t("identity:fields.fileHint")}
          accept={DOCUMENT_ACCEPT}
          maxBytes={MAX_DOCUMENT_BYTES}
          error={view.error("file")}
          required
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t("identity:organisation.upload")}</SubmitButton>
          <LinkButton to="/desk/organisation" variant="quiet">
            {t("common:cancel")}
          </LinkButton>
        </div>
      </Form>
    </Card>
  );
}

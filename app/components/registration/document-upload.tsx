import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FileInput } from "~/components/ui/file-input";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { DOCUMENT_KINDS } from "~/domain/registration/dossier-source-schema";
import { acceptOf, MAX_DOCUMENT_BYTES, PAGE_TYPES } from "~/domain/shared/file-type-rules";
import type { FormViewPart } from "./form-editor";

/** Upload of one paper of the dossier. */
export function DocumentUpload({ view }: { view: FormViewPart }) {
  const { t } = useTranslation("recognition");
  return (
    <Card title={t("page.addDocument")}>
      <Form method="post" encType="multipart/form-data" className="grid max-w-xl gap-5" noValidate>
        <FormErrorSummary
          {...view.summary({
            kind: t("page.documentKind"),
            note: t("page.documentNote"),
            file: t("page.file"),
          })}
        />
        <Select
          name="kind"
          label={t("page.documentKind")}
          options={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: t(`document.${kind}`) }))}
          defaultValue={view.value("kind", "IP_CERTIFICATE")}
          error={view.error("kind")}
          required
        />
        <TextInput
          name="note"
          label={t("page.documentNote")}
          defaultValue={view.value("note")}
          maxLength={200}
          error={view.error("note")}
        />
        <FileInput
          name="file"
          label={t("page.file")}
          hint={t("page.fileHint")}
          accept={acceptOf([...PAGE_TYPES])}
          maxBytes={MAX_DOCUMENT_BYTES}
          error={view.error("file")}
          required
        />
        <div>
          <SubmitButton intent="add">{t("page.addDocument")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

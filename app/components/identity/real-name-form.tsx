import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { FileInput } from "~/components/ui/file-input";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { RadioGroup } from "~/components/ui/radio-group";
import { TextInput } from "~/components/ui/text-input";
import { DOCUMENT_ACCEPT, MAX_DOCUMENT_BYTES } from "~/domain/identity/document-file-rules";
import { DOCUMENT_KINDS } from "~/domain/identity/resident-id-rules";
import { type RefusedForm, useFormView } from "./form-view";

/** Application for level L2 with an identity document. */
export function RealNameForm({ answer }: { answer: RefusedForm }) {
  const { t } = useTranslation("account");
  const view = useFormView(answer);
  return (
    <Form method="post" encType="multipart/form-data" className="space-y-5" noValidate>
      <FormErrorSummary
        {...view.summary({
          legalName: t("realName.legalName"),
          documentKind: t("realName.documentKind"),
          documentNumber: t("realName.documentNumber"),
          file: t("realName.file"),
          consent: t("realName.consent"),
        })}
      />
      <TextInput
        name="legalName"
        label={t("realName.legalName")}
        defaultValue={view.value("legalName")}
        error={view.error("legalName")}
        width="medium"
        autoComplete="name"
        required
      />
      <RadioGroup
        name="documentKind"
        label={t("realName.documentKind")}
        defaultValue={view.value("documentKind", "RESIDENT_ID")}
        options={DOCUMENT_KINDS.map((value) => ({ value, label: t(`documentKinds.${value}`) }))}
        error={view.error("documentKind")}
        required
      />
      <TextInput
        name="documentNumber"
        label={t("realName.documentNumber")}
        hint={t("realName.documentNumberHint")}
        defaultValue={view.value("documentNumber")}
        error={view.error("documentNumber")}
        width="medium"
        autoComplete="off"
        spellCheck={false}
        required
      />
      <FileInput
        name="file"
        label={t("realName.file")}
        hint={t("realName.fileHint")}
        accept={DOCUMENT_ACCEPT}
        maxBytes={MAX_DOCUMENT_BYTES}
        error={view.error("file")}
        required
      />
      <Checkbox
        name="consent"
        label={t("realName.consent")}
        hint={t("realName.consentHint")}
        error={view.error("consent")}
        defaultChecked={view.value("consent") === "on"}
      />
      <SubmitButton>{t("realName.submit")}</SubmitButton>
    </Form>
  );
}

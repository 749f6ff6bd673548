import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { FileInput } from "~/components/ui/file-input";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import { acceptOf, MAX_DOCUMENT_BYTES, PAGE_TYPES } from "~/domain/shared/file-type-rules";
import { useLotText } from "./use-lot-text";

type ApplyFormProps = {
  organisations: readonly { value: string; label: string }[];
  rulesHash: string;
  depositFen: string | null;
  isRelatedAllowed: boolean;
  hasPreemption: boolean;
  person: { name: string };
  view: ReturnType<typeof useFormView>;
};

/** The application of an organisation for a lot; the proof is optional. */
export function ApplyForm(props: ApplyFormProps) {
  const { organisations, view, depositFen } = props;
  const { t } = useTranslation("trading");
  const { fen } = useLotText();
  const labels = {
    organisationId: t("apply.organisation"),
    contactName: t("apply.contactName"),
    contactPhone: t("apply.contactPhone"),
    isRelated: t("apply.isRelated"),
    relatedNote: t("apply.relatedNote"),
    preemptiveClaim: t("apply.preemptiveClaim"),
    file: t("apply.proof"),
    accept: t("apply.accept"),
  };
  return (
    <Form method="post" encType="multipart/form-data" className="grid gap-5" noValidate>
      <FormErrorSummary {...view.summary(labels)} />
      <input type="hidden" name="rulesHash" value={props.rulesHash} />
      <Select
        name="organisationId"
        label={labels.organisationId}
        options={organisations}
        defaultValue={view.value("organisationId", organisations[0]?.value)}
        error={view.error("organisationId")}
        required
      />
      <TextInput
        name="contactName"
        label={labels.contactName}
        width="medium"
        autoComplete="name"
        maxLength={60}
        required
        defaultValue={view.value("contactName", props.person.name)}
        error={view.error("contactName")}
      />
      <TextInput
        name="contactPhone"
        label={labels.contactPhone}
        width="medium"
        autoComplete="tel"
        maxLength={40}
        required
        defaultValue={view.value("contactPhone")}
        error={view.error("contactPhone")}
      />
      <RadioGroup
        name="isRelated"
        label={labels.isRelated}
        hint={props.isRelatedAllowed ? undefined : t("apply.relatedBarred")}
        look="inline"
        required
        options={[
          { value: "NO", label: t("apply.no") },
          { value: "YES", label: t("apply.yes") },
        ]}
        defaultValue={view.value("isRelated")}
        error={view.error("isRelated")}
      />
      <Textarea
        name="relatedNote"
        label={labels.relatedNote}
        hint={t("apply.relatedNoteHint")}
        rows={2}
        maxLength={500}
        defaultValue={view.value("relatedNote")}
        error={view.error("relatedNote")}
      />
      {props.hasPreemption && (
        <Textarea
          name="preemptiveClaim"
          label={labels.preemptiveClaim}
          hint={t("apply.preemptiveHint")}
          rows={2}
          maxLength={500}
          defaultValue={view.value("preemptiveClaim")}
          error={view.error("preemptiveClaim")}
        />
      )}
      <FileInput
        name="file"
        label={labels.file}
        hint={t("apply.proofHint")}
        accept={acceptOf(PAGE_TYPES)}
        maxBytes={MAX_DOCUMENT_BYTES}
        error={view.error("file")}
      />
      {depositFen !== null && depositFen !== "0" && (
        <p className="text-muted">{t("apply.deposit", { amount: fen(depositFen) })}</p>
      )}
      <Checkbox
        name="accept"
        label={labels.accept}
        error={view.error("accept")}
        defaultChecked={view.value("accept") === "on"}
      />
      <div>
        <SubmitButton intent="apply">{t("apply.submit")}</SubmitButton>
      </div>
    </Form>
  );
}

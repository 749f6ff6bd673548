import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";
import { DOCUMENT_KINDS } from "~/domain/registration/dossier-source-schema";
import { FORM_FIELDS } from "~/domain/registration/registration-form-rules";
import type { CheckView } from "~/domain/registration/registration-view";
import type { FormViewPart } from "./form-editor";
import { useAboutText } from "./use-field-label";

/** Puts items on the correction list, each about a check, a field or a paper. */
export function RemarkBuilder({
  checks,
  view,
}: {
  checks: readonly CheckView[];
  view: FormViewPart;
}) {
  const { t } = useTranslation("recognition");
  const about = useAboutText();
  const option = (value: string) => ({ value, label: about(value) });
  const isTried = view.value("intent") === "addRemark";
  return (
    <Card title={t("case.list")}>
      <p className="mb-4 text-sm text-muted">{t("case.listLead")}</p>
      <Form method="post" className="grid max-w-2xl gap-4" noValidate>
        <Select
          name="about"
          label={t("case.about")}
          defaultValue={isTried ? view.value("about") : "general"}
          options={[
            {
              label: t("page.checks"),
              options: [option("general"), ...checks.map((one) => option(one.id))],
            },
            {
              label: t("page.form"),
              options: FORM_FIELDS.map((one) => option(`field:${one.id}`)),
            },
            {
              label: t("page.documents"),
              options: DOCUMENT_KINDS.map((kind) => option(`document:${kind}`)),
            },
          ]}
        />
        <Textarea
          name="message"
          label={t("case.message")}
          rows={3}
          maxLength={1000}
          defaultValue={isTried ? view.value("message") : ""}
          error={isTried ? view.error("message") : undefined}
          required
        />
        <div>
          <SubmitButton intent="addRemark" variant="secondary">
            {t("case.addRemark")}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

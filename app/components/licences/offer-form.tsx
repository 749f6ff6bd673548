import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type RefusedForm, useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateInput } from "~/components/ui/date-input";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { MoneyInput } from "~/components/ui/money-input";
import { NumberInput } from "~/components/ui/number-input";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import {
  LICENCE_QUESTION_IDS,
  LICENCE_QUESTIONS,
  type LicenceChecks,
  type LicenceOfferKind,
  type LicencePatent,
  MOST_PATENTS,
} from "~/domain/licences/licence-schema";
import { toYuanText } from "~/domain/shared/money";
import { type PATENT_FIELDS, PATENT_LABELS, useFieldLabels } from "./use-field-labels";

type Offer = {
  kind: LicenceOfferKind;
  revision: number;
  title: string;
  summary: string;
  declarationNumber: string;
  feeFen: string | null;
  termMonths: number | null;
  territory: string;
  fieldOfUse: string;
  maxLicensees: number | null;
  patents: readonly LicencePatent[];
  checks: LicenceChecks;
};

/** Blank rows for patents that are yet to be entered; saving gives more. */
const BLANK_ROWS = 2;

/** Terms, patents and state of the rights of a licence; one form that works without client code. */
export function LicenceOfferForm({ offer, answer }: { offer: Offer; answer: RefusedForm }) {
  const { t } = useTranslation("licences");
  const view = useFormView(answer);
  const rows = Math.min(MOST_PATENTS, offer.patents.length + BLANK_ROWS);
  const isOpenPatent = offer.kind === "OPEN_PATENT";
  const labels = useFieldLabels();
  const field = (name: string, stored: string) => ({
    name,
    label: labels[name] ?? name,
    defaultValue: view.value(name, stored),
    error: view.error(name),
  });
  const fee = offer.feeFen === null ? "" : toYuanText(BigInt(offer.feeFen));
  return (
    <Form method="post" className="space-y-6" noValidate>
      <FormErrorSummary {...view.summary(labels)} />
      <input type="hidden" name="revision" value={offer.revision} />
      <Card title={t("file.terms")}>
        <div className="space-y-4">
          <TextInput {...field("title", offer.title)} maxLength={60} required />
          <Textarea
            {...field("summary", offer.summary)}
            hint={t("form.summaryHint")}
            rows={3}
            maxLength={500}
          />
          {isOpenPatent && (
            <TextInput
              {...field("declarationNumber", offer.declarationNumber)}
              hint={t("form.declarationHint")}
              width="medium"
              maxLength={40}
              required
            />
          )}
          <MoneyInput {...field("fee", fee)} hint={t("form.feeHint")} required />
          <NumberInput
            {...field("termMonths", offer.termMonths?.toString() ?? "")}
            hint={t("form.termHint")}
            integer
          />
          <TextInput {...field("territory", offer.territory)} maxLength={100} required />
          <TextInput {...field("fieldOfUse", offer.fieldOfUse)} maxLength={200} required />
          <NumberInput
            {...field("maxLicensees", offer.maxLicensees?.toString() ?? "")}
            hint={t("form.maxHint")}
            integer
          />
        </div>
      </Card>
      <Card title={t("form.patents")}>
        <p className="mb-4 text-sm text-muted">{t("form.patentsHint")}</p>
        <div className="space-y-6">
          {Array.from({ length: rows }, (_, at) => at).map((at) => {
            const stored = offer.patents[at];
            const name = (key: (typeof PATENT_FIELDS)[number]) => `patents[${at}].${key}`;
            const frame = (key: (typeof PATENT_FIELDS)[number]) => ({
              ...field(name(key), stored?.[key] ?? ""),
              label: t(PATENT_LABELS[key]),
            });
            return (
              <fieldset key={at} className="grid gap-3 sm:grid-cols-2">
                <legend className="mb-1 font-medium">{t("form.patent", { number: at + 1 })}</legend>
                <TextInput {...frame("number")} maxLength={30} placeholder="202310000001.5" />
                <TextInput {...frame("title")} maxLength={200} />
                <TextInput {...frame("holder")} maxLength={200} />
                <DateInput {...frame("feesPaidUntil")} />
                <DateInput {...frame("expiresOn")} />
              </fieldset>
            );
          })}
        </div>
      </Card>
      <Card title={t("form.rights")}>
        <p className="mb-4 text-sm text-muted">{t("form.rightsHint")}</p>
        <div className="space-y-4">
          {LICENCE_QUESTION_IDS.map((id) => (
            <Select
              key={id}
              {...field(id, offer.checks[id] ?? "")}
              width="medium"
              placeholder={t("form.choose")}
              options={LICENCE_QUESTIONS[id].map((value) => ({
                value,
                label: t(`answers.${id}.${value}` as "answers.exclusive.NONE"),
              }))}
            />
          ))}
          <TextInput
            {...field("evaluationReports", offer.checks.evaluationReports)}
            hint={t("form.evaluationHint")}
            maxLength={300}
          />
          <Textarea {...field("note", offer.checks.note)} rows={3} maxLength={500} />
        </div>
      </Card>
      <SubmitButton>{t("form.save")}</SubmitButton>
    </Form>
  );
}

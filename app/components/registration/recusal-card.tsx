import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import type { CaseView } from "~/domain/registration/case-view";
import { RECUSAL_REASONS } from "~/domain/registration/recusal-rules";
import type { FormViewPart } from "./form-editor";

/** Who stands aside and why, and the form that declares it. */
export function RecusalCard({ view, form }: { view: CaseView; form: FormViewPart }) {
  const { t } = useTranslation("recognition");
  const isTried = form.value("intent") === "recuse";
  return (
    <Card title={t("case.recusals")}>
      {view.recusals.length > 0 && (
        <ul className="mb-4 grid gap-1">
          {view.recusals.map((one) => (
            <li key={one.name}>
              {one.name} · {t(`recusal.${one.reason as "OTHER"}`)}
              {one.note && ` · ${one.note}`}
            </li>
          ))}
        </ul>
      )}
      <Disclosure summary={t("case.declareRecusal")} open={isTried}>
        <Form method="post" className="grid max-w-xl gap-4" noValidate>
          <Select
            name="userId"
            label={t("case.recusalWho")}
            defaultValue={isTried ? form.value("userId") : view.readerId}
            options={view.recusable.map((one) => ({ value: one.id, label: one.name }))}
            error={isTried ? form.error("userId") : undefined}
            required
          />
          <Select
            name="reason"
            label={t("case.recusalReason")}
            placeholder={t("formPage.choose")}
            defaultValue={isTried ? form.value("reason") : ""}
            options={RECUSAL_REASONS.map((one) => ({ value: one, label: t(`recusal.${one}`) }))}
            error={isTried ? form.error("reason") : undefined}
            required
          />
          <TextInput id="recusal-note" name="note" label={t("case.recusalNote")} maxLength={500} />
          <div>
            <SubmitButton intent="recuse" variant="secondary">
              {t("case.declareRecusal")}
            </SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </Card>
  );
}

import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import { Textarea } from "~/components/ui/textarea";
import type { IntentionItem } from "~/domain/challenges/challenge-view";
import { pointsText } from "./use-money";

type Props = {
  intentions: readonly IntentionItem[];
  maxTakers: number;
  view: FormAnswer;
};

/** Who is proposed and who waits in reserve. */
export function SelectionForm({ intentions, maxTakers, view }: Props) {
  const { t } = useTranslation("challenges");
  const options = intentions
    .filter((one) => one.state === "ELIGIBLE")
    .map((one) => ({
      value: one.id,
      label: t("work.selection.option", {
        organisation: one.organisation,
        rank: one.rank ?? "—",
        score: pointsText(one.scoreHundredths),
      }),
    }));
  return (
    <Card title={t("work.selection.title")}>
      <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-4" noValidate>
        <p className="text-muted">{t("work.selection.lead", { max: maxTakers })}</p>
        <CheckboxGroup
          name="selected"
          label={t("work.selection.selected")}
          required
          options={options}
          defaultValue={view.list("selected")}
          error={view.error("selected")}
        />
        <CheckboxGroup
          name="reserve"
          label={t("work.selection.reserve")}
          options={options}
          defaultValue={view.list("reserve")}
          error={view.error("reserve")}
        />
        <Textarea
          name="reason"
          label={t("work.selection.reason")}
          rows={3}
          maxLength={1000}
          defaultValue={view.text("reason")}
          error={view.error("reason")}
        />
        <div>
          <SubmitButton intent="propose">{t("work.selection.do")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

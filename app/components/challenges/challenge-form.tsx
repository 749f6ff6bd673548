import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CascadingSelect } from "~/components/ui/cascading-select";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import type { ChoiceNode } from "~/components/ui/choice-tree";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import { COOPERATIONS, LIST_KINDS, TAKER_MODES } from "~/domain/challenges/challenge-schema";
import type { ChallengeCase } from "~/domain/challenges/challenge-view";
import { MoneyFields, SecretFields } from "./challenge-form-parts";
import { TargetFields } from "./target-fields";

type Props = {
  challenge: Pick<ChallengeCase, "form" | "revision" | "returned">;
  fields: readonly { value: string; label: string }[];
  regions: readonly ChoiceNode[];
  view: FormAnswer;
};

/** The poster's form; gaps are allowed until it is submitted. */
export function ChallengeForm({ challenge, fields, regions, view }: Props) {
  const { t } = useTranslation("challenges");
  const { form, returned } = challenge;
  const remark = (name: string) => {
    const text = returned?.comments[name];
    return text ? <strong className="text-warning-700">{text}</strong> : undefined;
  };
  const field = (name: "title" | "background" | "content" | "ipTerms" | "eligibility") => ({
    name,
    defaultValue: view.text(name, form[name]),
    error: view.error(name),
    hint: remark(name),
  });
  return (
    <Form method="post" className="space-y-5" noValidate>
      <input type="hidden" name="revision" value={challenge.revision} />
      <Card title={t("work.edit.basics")}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <RadioGroup
            name="listKind"
            label={t("work.edit.listKind")}
            look="cards"
            defaultValue={view.text("listKind", form.listKind)}
            error={view.error("listKind")}
            options={LIST_KINDS.map((value) => ({ value, label: t(`listKinds.${value}`) }))}
          />
          <TextInput label={t("work.edit.name")} required maxLength={60} {...field("title")} />
          <Textarea
            label={t("work.edit.background")}
            required
            rows={5}
            maxLength={4000}
            {...field("background")}
          />
          <Textarea
            label={t("work.edit.content")}
            required
            rows={6}
            maxLength={4000}
            {...field("content")}
          />
          <CheckboxGroup
            name="fieldCodes"
            label={t("work.edit.fields")}
            required
            options={fields}
            columns={3}
            defaultValue={view.list("fieldCodes", form.fieldCodes)}
            error={view.error("fieldCodes")}
            hint={remark("fieldCodes")}
          />
          <CascadingSelect
            name="regionCode"
            label={t("work.edit.region")}
            levels={[t("work.edit.province"), t("work.edit.city"), t("work.edit.district")]}
            tree={regions}
            defaultValue={view.text("regionCode", form.regionCode)}
            error={view.error("regionCode")}
          />
        </div>
      </Card>
      <Card>
        {remark("targets")}
        <TargetFields targets={form.targets} view={view} />
        <div className="mt-3">
          <SubmitButton intent="more" variant="secondary" size="sm">
            {t("work.edit.more")}
          </SubmitButton>
        </div>
      </Card>
      <MoneyFields form={form} view={view} remark={remark} />
      <Card title={t("work.edit.terms")}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <Textarea
            label={t("work.edit.ipTerms")}
            required
            rows={4}
            maxLength={2000}
            {...field("ipTerms")}
          />
          <Textarea
            label={t("work.edit.eligibility")}
            required
            rows={4}
            maxLength={2000}
            {...field("eligibility")}
          />
          <Select
            name="cooperation"
            label={t("work.edit.cooperation")}
            width="medium"
            defaultValue={view.text("cooperation", form.cooperation)}
            error={view.error("cooperation")}
            options={COOPERATIONS.map((value) => ({ value, label: t(`cooperations.${value}`) }))}
          />
          <RadioGroup
            name="takerMode"
            label={t("work.edit.takerMode")}
            look="cards"
            defaultValue={view.text("takerMode", form.takerMode)}
            error={view.error("takerMode")}
            options={TAKER_MODES.map((value) => ({
              value,
              label: t(`modes.${value}`),
              hint: t(`modeHints.${value}`),
            }))}
          />
          <TextInput
            name="maxTakers"
            label={t("work.edit.maxTakers")}
            hint={t("work.edit.maxTakersHint")}
            inputMode="numeric"
            width="short"
            defaultValue={view.text("maxTakers", String(form.maxTakers))}
            error={view.error("maxTakers")}
          />
        </div>
      </Card>
      <SecretFields form={form} view={view} remark={remark} />
      <SubmitButton intent="save">{t("work.edit.save")}</SubmitButton>
    </Form>
  );
}

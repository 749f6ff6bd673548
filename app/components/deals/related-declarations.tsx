import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import { Checklist } from "~/components/ui/checklist";
import { formatDateTime } from "~/components/ui/date-time";
import { RadioGroup } from "~/components/ui/radio-group";
import { Textarea } from "~/components/ui/textarea";
import { RELATED_KINDS, type RelatedKind } from "~/domain/deals/related-party-schema";

export type Declared = {
  isRelated: boolean;
  kinds: readonly RelatedKind[];
  note: string;
  at: string;
} | null;

/** What both sides have declared about ties to each other. */
export function RelatedDeclarations({ supply, demand }: { supply: Declared; demand: Declared }) {
  const { t } = useTranslation("terms");
  const item = (side: "supply" | "demand", declared: Declared) => ({
    id: side,
    state:
      declared === null
        ? ("unmet" as const)
        : declared.isRelated
          ? ("person" as const)
          : ("met" as const),
    label: (
      <>
        <span className="font-medium">{t(`related.${side}`)}</span>
        {"　"}
        {declared ? t(declared.isRelated ? "related.yes" : "related.no") : t("related.notYet")}
      </>
    ),
    note: declared && (
      <>
        {[declared.kinds.map((kind) => t(`related.kind.${kind}`)).join("、"), declared.note]
          .filter(Boolean)
          .join(" · ")}{" "}
        {t("related.declaredAt", { time: formatDateTime(declared.at, "datetime") })}
      </>
    ),
  });
  return (
    <div className="space-y-3">
      <Checklist
        label={t("related.title")}
        items={[item("supply", supply), item("demand", demand)]}
      />
      {(supply?.isRelated || demand?.isRelated) && (
        <Alert tone="warning">{t("related.consequence")}</Alert>
      )}
    </div>
  );
}

/** A side's own declaration. */
export function RelatedForm({
  value,
  errorAt,
}: {
  value: { isRelated: string; kinds: readonly string[]; note: string };
  errorAt: (name: string) => string | undefined;
}) {
  const { t } = useTranslation("terms");
  return (
    <Form method="post" className="grid gap-4" noValidate>
      <RadioGroup
        name="isRelated"
        label={t("related.question")}
        look="inline"
        required
        defaultValue={value.isRelated}
        error={errorAt("isRelated")}
        options={[
          { value: "NO", label: t("related.optionNo") },
          { value: "YES", label: t("related.optionYes") },
        ]}
      />
      <CheckboxGroup
        name="kinds"
        label={t("related.kinds")}
        defaultValue={[...value.kinds]}
        error={errorAt("kinds")}
        options={RELATED_KINDS.map((kind) => ({ value: kind, label: t(`related.kind.${kind}`) }))}
      />
      <Textarea
        id="field-related-note"
        name="note"
        label={t("related.note")}
        hint={t("related.noteHint")}
        rows={2}
        maxLength={500}
        defaultValue={value.note}
        error={errorAt("note")}
      />
      <Checkbox name="confirmed" label={t("related.confirm")} error={errorAt("confirmed")} />
      <p className="text-sm text-muted">{t("related.revises")}</p>
      <div>
        <SubmitButton intent="related">{t("related.save")}</SubmitButton>
      </div>
    </Form>
  );
}

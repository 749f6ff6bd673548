import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CascadingSelect } from "~/components/ui/cascading-select";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import {
  INTRO_MAX,
  LEGAL_NAME_MAX,
  NOTE_MAX,
  ORGANISATION_KINDS,
} from "~/domain/identity/organisation-schema";
import { type RefusedForm, useFormView } from "./form-view";
import { UsccInput } from "./uscc-input";

type Node = { value: string; label: string; children?: Node[] };

type StoredFacts = {
  kind: string;
  legalName: string;
  englishName: string | null;
  uscc: string | null;
  usccOverrideReason: string | null;
  natureCode: string | null;
  legalRepresentative: string | null;
  regionCode: string;
  address: string | null;
  website: string | null;
  intro: string;
};

const NAMES = [
  "kind",
  "legalName",
  "englishName",
  "uscc",
  "usccOverrideReason",
  "natureCode",
  "legalRepresentative",
  "regionCode",
  "address",
  "website",
  "intro",
] as const;

/** The facts of an organisation, to register or to change them. */
export function OrganisationForm({
  answer,
  stored,
  regions,
  natures,
  submitLabel,
}: {
  answer: RefusedForm;
  stored?: StoredFacts;
  regions: Node[];
  natures: readonly { value: string; label: string }[];
  submitLabel: string;
}) {
  const { t } = useTranslation(["identity", "common"]);
  const view = useFormView(answer);
  const labels = Object.fromEntries(NAMES.map((name) => [name, t(`identity:fields.${name}`)]));
  const kept = (name: (typeof NAMES)[number]) => view.value(name, stored?.[name] ?? "");
  const basics = (name: (typeof NAMES)[number]) => ({
    name,
    label: t(`identity:fields.${name}`),
    defaultValue: kept(name),
    error: view.error(name),
  });
  return (
    <Form method="post" className="space-y-6" noValidate>
      <FormErrorSummary {...view.summary(labels)} />
      <Card title={t("identity:form.identitySection")}>
        <div className="max-w-2xl space-y-5">
          <RadioGroup
            {...basics("kind")}
            look="cards"
            options={ORGANISATION_KINDS.map((value) => ({
              value,
              label: t(`identity:kinds.${value}`),
            }))}
            required
          />
          <TextInput
            {...basics("legalName")}
            hint={t("identity:fields.legalNameHint")}
            maxLength={LEGAL_NAME_MAX}
            autoComplete="organization"
            required
          />
          <TextInput {...basics("englishName")} />
          <UsccInput defaultValue={kept("uscc")} error={view.error("uscc")} />
          <Textarea
            {...basics("usccOverrideReason")}
            hint={t("identity:fields.usccOverrideReasonHint")}
            maxLength={NOTE_MAX}
            rows={2}
          />
          <TextInput {...basics("legalRepresentative")} width="medium" />
          <Select {...basics("natureCode")} options={natures} width="medium" placeholder="—" />
          <CascadingSelect
            {...basics("regionCode")}
            levels={[
              t("identity:regionLevels.province"),
              t("identity:regionLevels.city"),
              t("identity:regionLevels.district"),
            ]}
            tree={regions}
            required
          />
        </div>
      </Card>
      <Card title={t("identity:form.contactSection")}>
        <div className="max-w-2xl space-y-5">
          <TextInput {...basics("address")} autoComplete="street-address" />
          <TextInput
            {...basics("website")}
            type="url"
            hint={t("identity:fields.websiteHint")}
            autoComplete="url"
          />
          <Textarea
            {...basics("intro")}
            hint={t("identity:fields.introHint")}
            maxLength={INTRO_MAX}
            rows={6}
          />
        </div>
      </Card>
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{submitLabel}</SubmitButton>
        <LinkButton to="/desk/organisation" variant="quiet">
          {t("common:cancel")}
        </LinkButton>
      </div>
    </Form>
  );
}

import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { CascadingSelect } from "~/components/ui/cascading-select";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import type { ChoiceNode } from "~/components/ui/choice-tree";
import { DateInput } from "~/components/ui/date-input";
import type { Option } from "~/components/ui/options";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import { INTRO_MAX, NAME_MAX, STATEMENT_MAX } from "~/domain/brokers/broker-profile-schema";
import { AVAILABILITIES } from "~/domain/brokers/profile-rules";
import type { BrokerFile } from "~/domain/brokers/profile-view";

type View = ReturnType<typeof useFormView>;

export type ProfileOptions = {
  regionTree: ChoiceNode[];
  agencies: Option[];
  levels: Option[];
  fields: Option[];
  regions: Option[];
  services: Option[];
  languages: Option[];
};

type StepProps = { file: BrokerFile; options: ProfileOptions; view: View };

/** Who one is and in whose name one works. */
export function PersonForm({ file, options, view }: StepProps) {
  const { t } = useTranslation("brokers");
  const { value, error } = view;
  return (
    <Form method="post" className="space-y-5" noValidate>
      <TextInput
        name="displayName"
        label={t("profile.displayName")}
        hint={t("profile.displayNameHint")}
        defaultValue={value("displayName", file.displayName)}
        error={error("displayName")}
        maxLength={NAME_MAX}
        width="medium"
        required
      />
      <CascadingSelect
        name="regionCode"
        label={t("profile.regionCode")}
        hint={t("profile.regionCodeHint")}
        levels={[
          t("profile.regionLevels.province"),
          t("profile.regionLevels.city"),
          t("profile.regionLevels.district"),
        ]}
        tree={options.regionTree}
        defaultValue={value("regionCode", file.regionCode ?? "")}
        error={error("regionCode")}
        required
      />
      <Select
        name="agencyId"
        label={t("profile.agencyId")}
        hint={t("profile.agencyHint")}
        placeholder={t("profile.agencyNone")}
        options={options.agencies}
        defaultValue={value("agencyId", file.agency?.id ?? "")}
        error={error("agencyId")}
        width="medium"
      />
      <DateInput
        name="poolMemberSince"
        label={t("profile.poolMemberSince")}
        hint={t("profile.poolMemberSinceHint")}
        defaultValue={value("poolMemberSince", file.poolMemberSince ?? "")}
        error={error("poolMemberSince")}
      />
      <SubmitButton intent="person">{t("profile.save")}</SubmitButton>
    </Form>
  );
}

/** The training certificate; its scan is a form of its own. */
export function CertificateForm({ file, options, view }: StepProps) {
  const { t } = useTranslation("brokers");
  const { value, error } = view;
  return (
    <Form method="post" className="space-y-5" noValidate>
      <Select
        name="level"
        label={t("profile.level")}
        placeholder={t("profile.choose")}
        options={options.levels}
        defaultValue={value("level", file.level ?? "")}
        error={error("level")}
        width="medium"
        required
      />
      <TextInput
        name="certificateNumber"
        label={t("profile.certificateNumber")}
        hint={t("profile.certificateNumberHint")}
        defaultValue={value("certificateNumber", file.certificateNumber ?? "")}
        error={error("certificateNumber")}
        maxLength={40}
        width="medium"
        required
      />
      <TextInput
        name="certificateBase"
        label={t("profile.certificateBase")}
        hint={t("profile.certificateBaseHint")}
        defaultValue={value("certificateBase", file.certificateBase)}
        error={error("certificateBase")}
        maxLength={80}
        required
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <DateInput
          name="certificateIssuedOn"
          label={t("profile.certificateIssuedOn")}
          defaultValue={value("certificateIssuedOn", file.certificateIssuedOn ?? "")}
          error={error("certificateIssuedOn")}
          required
        />
        <DateInput
          name="certificateExpiresOn"
          label={t("profile.certificateExpiresOn")}
          hint={t("profile.certificateExpiresOnHint")}
          defaultValue={value("certificateExpiresOn", file.certificateExpiresOn ?? "")}
          error={error("certificateExpiresOn")}
        />
      </div>
      <SubmitButton intent="certificate">{t("profile.save")}</SubmitButton>
    </Form>
  );
}

/** Fields, regions, services, languages and what may bias the broker. */
export function WorkForm({ file, options, view }: StepProps) {
  const { t } = useTranslation("brokers");
  const { value, values, error } = view;
  return (
    <Form method="post" className="space-y-5" noValidate>
      <Textarea
        name="intro"
        label={t("profile.intro")}
        hint={t("profile.introHint")}
        defaultValue={value("intro", file.intro)}
        error={error("intro")}
        maxLength={INTRO_MAX}
        rows={6}
        required
      />
      <CheckboxGroup
        name="fieldCodes"
        label={t("profile.fieldCodes")}
        options={options.fields}
        defaultValue={values("fieldCodes", file.fieldCodes)}
        error={error("fieldCodes")}
        columns={2}
        required
      />
      <CheckboxGroup
        name="serviceCodes"
        label={t("profile.serviceCodes")}
        options={options.services}
        defaultValue={values("serviceCodes", file.serviceCodes)}
        error={error("serviceCodes")}
        columns={3}
        required
      />
      <CheckboxGroup
        name="regionCodes"
        label={t("profile.regionCodes")}
        hint={t("profile.regionCodesHint")}
        options={options.regions}
        defaultValue={values("regionCodes", file.regionCodes)}
        error={error("regionCodes")}
        columns={3}
      />
      <CheckboxGroup
        name="languageCodes"
        label={t("profile.languageCodes")}
        options={options.languages}
        defaultValue={values("languageCodes", file.languageCodes)}
        error={error("languageCodes")}
        columns={3}
        required
      />
      <RadioGroup
        name="availability"
        label={t("profile.availability")}
        look="inline"
        options={AVAILABILITIES.map((one) => ({ value: one, label: t(`availability.${one}`) }))}
        defaultValue={value("availability", file.availability)}
        error={error("availability")}
        required
      />
      <Textarea
        name="conflictStatement"
        label={t("profile.conflictStatement")}
        hint={t("profile.conflictStatementHint")}
        defaultValue={value("conflictStatement", file.conflictStatement)}
        error={error("conflictStatement")}
        maxLength={STATEMENT_MAX}
        rows={3}
        required
      />
      <SubmitButton intent="work">{t("profile.save")}</SubmitButton>
    </Form>
  );
}

import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { AUDIENCE_ROLES } from "~/domain/roadshows/people/participant-form-schema";
import { ConsentFields, InterestFields, MeetingFields } from "./registration-fields";
import type { RegistrationProps } from "./registration-props";

/** Who comes, what for, and what others may see of it. */
export function RegistrationForm(props: RegistrationProps) {
  const { page, view } = props;
  const { t } = useTranslation("meetings");
  const values = page.own?.values ?? page.start;
  return (
    <Form method="post" noValidate className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <Card title={t("register.who")}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <RadioGroup
            name="role"
            label={t("register.role")}
            required
            look="cards"
            options={AUDIENCE_ROLES.map((value) => ({
              value,
              label: t(`roles.${value}`),
              hint: t(`register.roleHints.${value}`),
            }))}
            defaultValue={view.text("role", values.role)}
            error={view.error("role")}
          />
          <Select
            name="organisationId"
            label={t("register.organisation")}
            hint={t("register.organisationHint", { count: page.event.peoplePerFirm })}
            placeholder={t("register.asPerson")}
            options={page.organisations}
            defaultValue={view.text("organisationId", values.organisationId)}
            error={view.error("organisationId")}
          />
          <div className="grid grid-cols-[minmax(0,1fr)] gap-5 sm:grid-cols-2">
            <TextInput
              name="name"
              label={t("register.name")}
              required
              maxLength={40}
              autoComplete="name"
              defaultValue={view.text("name", values.name)}
              error={view.error("name")}
            />
            <TextInput
              name="title"
              label={t("register.personTitle")}
              maxLength={60}
              autoComplete="organization-title"
              defaultValue={view.text("title", values.title)}
              error={view.error("title")}
            />
            <TextInput
              name="phone"
              type="tel"
              label={t("register.phone")}
              hint={t("register.phoneHint")}
              autoComplete="tel"
              defaultValue={view.text("phone", values.phone)}
              error={view.error("phone")}
            />
          </div>
        </div>
      </Card>
      <InterestFields {...props} values={values} />
      <MeetingFields {...props} values={values} />
      <ConsentFields {...props} values={values} />
      <div>
        <SubmitButton>{t(page.own ? "register.save" : "register.submit")}</SubmitButton>
      </div>
    </Form>
  );
}

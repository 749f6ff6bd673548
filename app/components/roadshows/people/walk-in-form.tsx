import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { TextInput } from "~/components/ui/text-input";

/** Somebody who comes without registration. */
export function WalkInForm({ view }: { view: FormAnswer }) {
  const { t } = useTranslation("meetings");
  // Of the forms of the page only this one asks for a name.
  const isHere = view.isRefused && view.text("participantId") === "";
  const field = (name: "name" | "organisationName" | "phone", label: string) => ({
    name,
    label,
    defaultValue: isHere ? view.text(name) : "",
    error: isHere ? view.error(name) : undefined,
  });
  return (
    <Card title={t("list.walkInTitle")}>
      <p className="mb-3 text-sm text-muted">{t("list.walkInText")}</p>
      <Form
        method="post"
        noValidate
        className="grid gap-3 sm:grid-cols-[1fr_1fr_1fr_auto] sm:items-end"
      >
        <TextInput {...field("name", t("list.name"))} required />
        <TextInput {...field("organisationName", t("list.unit"))} />
        <TextInput {...field("phone", t("list.phone"))} type="tel" />
        <div>
          <SubmitButton intent="walkIn" icon="plus">
            {t("list.add")}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

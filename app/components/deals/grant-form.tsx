import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import { DateInput } from "~/components/ui/date-input";
import type { DisclosureView } from "~/domain/deals/disclosure-view";
import type { FormView } from "./form-view";
import { useThingText } from "./use-thing-text";

/** Opens chosen sections and files to chosen people. */
export function GrantForm({
  own,
  view,
}: {
  own: NonNullable<DisclosureView["own"]>;
  view: FormView;
}) {
  const { t } = useTranslation("deals");
  const thingText = useThingText();
  const { things, people } = own;
  const nothing =
    things.length === 0
      ? t("disclosure.nothingToGrant")
      : people.length === 0
        ? t("disclosure.noOneToGrant")
        : null;
  return (
    <Card title={t("disclosure.grantTitle")}>
      {nothing ? (
        <p className="text-muted">{nothing}</p>
      ) : (
        <Form method="post" className="grid gap-5" noValidate>
          <CheckboxGroup
            name="things"
            label={t("disclosure.grantThings")}
            required
            columns={2}
            options={things.map((one) => ({ value: one.value, label: thingText(one.thing) }))}
            defaultValue={view.values("things")}
            error={view.error("things")}
          />
          <CheckboxGroup
            name="userIds"
            label={t("disclosure.grantPeople")}
            hint={t("disclosure.grantPeopleHint")}
            required
            columns={2}
            options={people.map((one) => ({
              value: one.id,
              label: one.name,
              hint: t(`roles.${one.hint as "BROKER"}`),
            }))}
            defaultValue={view.values("userIds")}
            error={view.error("userIds")}
          />
          <DateInput
            name="until"
            label={t("disclosure.grantUntil")}
            defaultValue={view.value("until")}
            error={view.error("until")}
          />
          <div>
            <SubmitButton intent="grant" icon="lock">
              {t("disclosure.grant")}
            </SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  );
}

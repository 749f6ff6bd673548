import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { ADVISER_ROLES, ROOM_AREAS } from "~/domain/deals/deal-role-rules";
import type { FormView } from "./form-view";

/** Brings a colleague of the own side in. */
export function ColleagueForm({
  colleagues,
  view,
}: {
  colleagues: readonly { id: string; name: string }[];
  view: FormView;
}) {
  const { t } = useTranslation("deals");
  return (
    <Card title={t("people.addTitle")}>
      {colleagues.length === 0 ? (
        <p className="text-muted">{t("people.noColleagues")}</p>
      ) : (
        <Form method="post" className="grid gap-4" noValidate>
          <Select
            name="userId"
            label={t("people.colleague")}
            hint={t("people.addHint")}
            required
            placeholder={t("people.colleaguePlaceholder")}
            options={colleagues.map((one) => ({ value: one.id, label: one.name }))}
            defaultValue={view.value("userId")}
            error={view.error("userId")}
          />
          <div>
            <SubmitButton intent="add" icon="plus">
              {t("people.add")}
            </SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  );
}

/** Invites a lawyer or evaluator and says what they will see. */
export function InviteForm({ view }: { view: FormView }) {
  const { t } = useTranslation("deals");
  return (
    <Card title={t("people.inviteTitle")}>
      <p className="mb-4 text-muted">{t("people.inviteHint")}</p>
      <Form method="post" className="grid gap-4" noValidate>
        <TextInput
          name="email"
          type="email"
          label={t("people.email")}
          required
          autoComplete="off"
          defaultValue={view.value("email")}
          error={view.error("email")}
        />
        <RadioGroup
          name="role"
          label={t("people.inviteRole")}
          look="inline"
          required
          options={ADVISER_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
          defaultValue={view.value("role", "LAWYER")}
          error={view.error("role")}
        />
        <CheckboxGroup
          name="areas"
          label={t("people.inviteAreas")}
          options={ROOM_AREAS.map((area) => ({ value: area, label: t(`areas.${area}`) }))}
          defaultValue={view.values("areas")}
          error={view.error("areas")}
        />
        <div>
          <SubmitButton intent="invite" icon="mail">
            {t("people.invite")}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useRoot } from "~/components/layout/use-root";
import { SubmitButton } from "~/components/ui/button";
import { RadioGroup } from "~/components/ui/radio-group";

/** Language of pages and letters; kept in the account. */
export function LanguageChoice() {
  const { t } = useTranslation(["account", "common"]);
  return (
    <Form method="post" action="/language" className="space-y-4">
      <input type="hidden" name="redirectTo" value="/desk/account" />
      <RadioGroup
        name="locale"
        label={t("account:profile.language")}
        hint={t("account:profile.languageHint")}
        look="inline"
        defaultValue={useRoot()?.locale}
        options={[
          { value: "zh-CN", label: t("account:profile.zh") },
          { value: "en", label: t("account:profile.en") },
        ]}
      />
      <SubmitButton variant="secondary">{t("common:save")}</SubmitButton>
    </Form>
  );
}

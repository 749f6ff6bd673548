import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { RadioGroup } from "~/components/ui/radio-group";
import type { SignPageView } from "~/domain/contracts/sign-view";

/** Opens the signing in the chosen order. */
export function SignStartForm({ page }: { page: SignPageView }) {
  const { t } = useTranslation("signing");
  if (page.state !== "FINAL") return null;
  return (
    <Card title={t("start.title")}>
      <p className="mb-4 text-muted">{t(page.mayStart ? "start.lead" : "start.wait")}</p>
      {page.mayStart && (
        <Form method="post" className="grid gap-4">
          <RadioGroup
            name="first"
            label={t("start.first")}
            look="inline"
            defaultValue="SUPPLY"
            options={(["SUPPLY", "DEMAND"] as const).map((value) => ({
              value,
              label: t(`signers.sides.${value}`),
            }))}
          />
          <div>
            <SubmitButton intent="start" icon="edit">
              {t("start.button")}
            </SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  );
}

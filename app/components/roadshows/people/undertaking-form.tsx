import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { UndertakingFields } from "./registration-fields";
import type { RegistrationProps } from "./registration-props";

/** The undertaking alone: on the day nothing else of a registration is changed. */
export function UndertakingForm({ page, view }: Pick<RegistrationProps, "page" | "view">) {
  const { t } = useTranslation("meetings");
  return (
    <Card title={t("register.undertakingText")}>
      <Form method="post" noValidate className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <UndertakingFields page={page} view={view} undertakingAt={null} />
        <div>
          <SubmitButton intent="undertake">{t("register.undertake")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

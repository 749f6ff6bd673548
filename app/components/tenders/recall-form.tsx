import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";

/** 重新招标 with the same words. */
export function RecallForm() {
  const { t } = useTranslation("tenders");
  return (
    <Form method="post" className="mt-4">
      <SubmitButton intent="recall">{t("desk.recall")}</SubmitButton>
    </Form>
  );
}

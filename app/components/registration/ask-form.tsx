import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { DateInput } from "~/components/ui/date-input";
import { Disclosure } from "~/components/ui/disclosure";
import { TextInput } from "~/components/ui/text-input";
import type { FormViewPart } from "./form-editor";

/** Asks the other side for its facts: a task in the room. */
export function AskForm({ view }: { view: FormViewPart }) {
  const { t } = useTranslation("recognition");
  const isTried = view.value("intent") === "ask";
  return (
    <Disclosure summary={t("page.askBuyer")} open={isTried}>
      <Form method="post" className="grid max-w-xl gap-4" noValidate>
        <p className="text-sm text-muted">{t("page.askBuyerLead")}</p>
        <TextInput
          name="title"
          label={t("page.askTitle")}
          defaultValue={isTried ? view.value("title") : t("page.askTitleDefault")}
          maxLength={120}
          error={isTried ? view.error("title") : undefined}
          required
        />
        <DateInput
          name="dueOn"
          label={t("page.askDue")}
          error={isTried ? view.error("dueOn") : undefined}
        />
        <div>
          <SubmitButton intent="ask" variant="secondary">
            {t("page.askBuyer")}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

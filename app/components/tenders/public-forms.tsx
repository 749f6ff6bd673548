import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";

/** A question about the call. */
export function AskForm({
  isSignedIn,
  value,
  error,
}: {
  isSignedIn: boolean;
  value: string;
  error: string | undefined;
}) {
  const { t } = useTranslation("tenders");
  if (!isSignedIn) return <p className="mt-4 text-muted">{t("questions.signIn")}</p>;
  return (
    <Form method="post" className="mt-5 space-y-3 border-t border-line pt-4" noValidate>
      <Textarea
        name="text"
        label={t("questions.text")}
        rows={3}
        maxLength={1000}
        required
        defaultValue={value}
        error={error}
      />
      <SubmitButton intent="ask" variant="secondary">
        {t("questions.send")}
      </SubmitButton>
    </Form>
  );
}

/** An objection of a bidder to the candidates. */
export function ObjectForm({
  objectors,
  valueAt,
  errorAt,
}: {
  objectors: readonly { id: string; name: string }[];
  valueAt: (name: string) => string;
  errorAt: (name: string) => string | undefined;
}) {
  const { t } = useTranslation("tenders");
  return (
    <Form method="post" className="mt-5 space-y-3 border-t border-line pt-4" noValidate>
      <p className="text-muted">{t("objections.lead")}</p>
      <Select
        name="organisationId"
        label={t("objections.organisation")}
        options={objectors.map((one) => ({ value: one.id, label: one.name }))}
        width="medium"
        required
        error={errorAt("organisationId")}
      />
      <Textarea
        name="objection"
        label={t("objections.text")}
        rows={4}
        maxLength={3000}
        required
        defaultValue={valueAt("objection")}
        error={errorAt("objection")}
      />
      <SubmitButton intent="object" variant="secondary">
        {t("objections.send")}
      </SubmitButton>
    </Form>
  );
}

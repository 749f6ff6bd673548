import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { TextInput } from "~/components/ui/text-input";

/** Asks for a registration number. */
export function CertificateLookup({ number = "" }: { number?: string }) {
  const { t } = useTranslation("certificates");
  return (
    <Card>
      <Form method="get" action="/verify/registrations" className="space-y-4">
        <TextInput
          name="no"
          label={t("verify.number")}
          hint={t("verify.numberHint")}
          defaultValue={number}
          autoComplete="off"
        />
        <Button type="submit" variant="primary" icon="search">
          {t("verify.submit")}
        </Button>
        <p className="text-sm text-muted">{t("verify.privacy")}</p>
      </Form>
    </Card>
  );
}

import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CopyButton } from "~/components/ui/copy-button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { TextInput } from "~/components/ui/text-input";
import { type RefusedForm, useFormView } from "./form-view";

/** QR code and key for the authenticator app, and the first code from it. */
export function TwoFactorScan({
  scan,
  answer,
}: {
  scan: { uri: string; secret: string; svg: string };
  answer: RefusedForm;
}) {
  const { t } = useTranslation("account");
  const view = useFormView(answer);
  const picture = `data:image/svg+xml;base64,${encodeBase64(scan.svg)}`;
  return (
    <div className="max-w-2xl space-y-6">
      <Card title={t("twoFactor.scanTitle")}>
        <p className="mb-4 text-muted">{t("twoFactor.scanLead")}</p>
        <div className="flex flex-wrap items-start gap-6">
          <img
            src={picture}
            alt={t("twoFactor.qrLabel")}
            width={208}
            height={208}
            className="rounded-md border border-line bg-white"
          />
          <div className="min-w-0 space-y-2">
            <p className="font-medium text-ink">{t("twoFactor.secret")}</p>
            <p className="font-mono break-all text-ink">
              {scan.secret.match(/.{1,4}/g)?.join(" ")}
            </p>
            <CopyButton text={scan.secret} />
          </div>
        </div>
      </Card>
      <Card title={t("twoFactor.codeTitle")}>
        <Form method="post" className="space-y-5" noValidate>
          <FormErrorSummary {...view.summary({ code: t("twoFactor.code") })} />
          <input type="hidden" name="uri" value={scan.uri} />
          <TextInput
            name="code"
            label={t("twoFactor.code")}
            hint={view.error("code") ? t("twoFactor.wrongCode") : undefined}
            error={view.error("code")}
            autoComplete="one-time-code"
            inputMode="numeric"
            width="short"
            required
          />
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton intent="confirm">{t("twoFactor.confirm")}</SubmitButton>
            <Link className="link" to="/desk/account/two-factor">
              {t("twoFactor.restart")}
            </Link>
          </div>
        </Form>
      </Card>
    </div>
  );
}

/** The picture holds ASCII only. */
function encodeBase64(text: string): string {
  return btoa(text);
}

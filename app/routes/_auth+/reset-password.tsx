import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DemoOutboxHint } from "~/components/identity/demo-outbox-hint";
import { useFormView } from "~/components/identity/form-view";
import { AuthShell } from "~/components/layout/auth-shell";
import { SubmitButton } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { TextInput } from "~/components/ui/text-input";
import { PASSWORD_MIN, resetSchema } from "~/domain/identity/auth-schema";
import { resetPassword } from "~/domain/identity/reset-password.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { forgetPendingContact, readPendingContact } from "~/http/pending-contact.server";
import { withoutSecrets } from "~/http/without-secrets";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const pending = await readPendingContact(request);
  const t = getFixedT(request, ["auth", "common"]);
  return {
    identifier: pending?.identifier ?? "",
    title: `${t("auth:reset.title")} · ${t("common:marketName")}`,
  };
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, resetSchema);
  const safe = withoutSecrets(form, ["password", "code"]);
  if (form.status !== "success") return refuseForm(safe);
  return answerForm(safe, async () => {
    await resetPassword(form.value, getDb());
    return redirectWithFlash(
      "/sign-in",
      { tone: "success", message: "auth:flash.passwordReset" },
      { headers: { "set-cookie": await forgetPendingContact() } },
    );
  });
}

export default function ResetPassword() {
  const { identifier } = useLoaderData<typeof loader>();
  const { t } = useTranslation("auth");
  const view = useFormView(useActionData<typeof action>());
  return (
    <AuthShell
      title={t("reset.title")}
      lead={identifier ? t("reset.lead", { to: identifier }) : t("confirm.leadUnknown")}
      footer={
        <Link className="link" to="/forgot-password">
          {t("confirm.resend")}
        </Link>
      }
    >
      <DemoOutboxHint />
      <Form method="post" className="space-y-5" noValidate>
        <FormErrorSummary
          {...view.summary({
            identifier: t("fields.identifier"),
            code: t("fields.code"),
            password: t("fields.newPassword"),
          })}
        />
        {identifier ? (
          <input type="hidden" name="identifier" value={identifier} autoComplete="username" />
        ) : (
          <TextInput
            name="identifier"
            label={t("fields.identifier")}
            defaultValue={view.value("identifier")}
            error={view.error("identifier")}
            autoComplete="username"
            required
          />
        )}
        <TextInput
          name="code"
          label={t("fields.code")}
          hint={t("fields.codeHint")}
          error={view.error("code")}
          autoComplete="one-time-code"
          inputMode="numeric"
          width="short"
          required
        />
        <TextInput
          name="password"
          type="password"
          label={t("fields.newPassword")}
          hint={t("fields.passwordHint", { min: PASSWORD_MIN })}
          error={view.error("password")}
          autoComplete="new-password"
          required
        />
        <SubmitButton size="lg" block>
          {t("reset.submit")}
        </SubmitButton>
      </Form>
    </AuthShell>
  );
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { AuthShell } from "~/components/layout/auth-shell";
import { SubmitButton } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { TextInput } from "~/components/ui/text-input";
import { resendSchema } from "~/domain/identity/auth-schema";
import { requestPasswordReset } from "~/domain/identity/request-password-reset.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { keepPendingContact } from "~/http/pending-contact.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request }: LoaderFunctionArgs) {
  const t = getFixedT(request, ["auth", "common"]);
  return { title: `${t("auth:forgot.title")} · ${t("common:marketName")}` };
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, resendSchema);
  if (form.status !== "success") return refuseForm(form);
  return answerForm(form, async () => {
    const { identifier } = form.value;
    await requestPasswordReset({ identifier, locale: findLocale(request) }, getDb());
    const pending = await keepPendingContact({ identifier: identifier.value, next: "/desk" });
    return redirect("/reset-password", { headers: { "set-cookie": pending } });
  });
}

export default function ForgotPassword() {
  const { t } = useTranslation("auth");
  const view = useFormView(useActionData<typeof action>());
  return (
    <AuthShell
      title={t("forgot.title")}
      lead={t("forgot.lead")}
      footer={
        <Link className="link" to="/sign-in">
          {t("reset.backToSignIn")}
        </Link>
      }
    >
      <Form method="post" className="space-y-5" noValidate>
        <FormErrorSummary {...view.summary({ identifier: t("fields.identifier") })} />
        <TextInput
          name="identifier"
          label={t("fields.identifier")}
          defaultValue={view.value("identifier")}
          error={view.error("identifier")}
          autoComplete="username"
          autoCapitalize="none"
          required
        />
        <SubmitButton size="lg" block>
          {t("forgot.submit")}
        </SubmitButton>
      </Form>
    </AuthShell>
  );
}

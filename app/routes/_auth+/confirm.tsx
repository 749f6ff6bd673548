import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DemoOutboxHint } from "~/components/identity/demo-outbox-hint";
import { useFormView } from "~/components/identity/form-view";
import { AuthShell } from "~/components/layout/auth-shell";
import { useFlash } from "~/components/layout/use-root";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { FlashRegion } from "~/components/ui/flash-region";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { TextInput } from "~/components/ui/text-input";
import { confirmSchema, resendSchema } from "~/domain/identity/auth-schema";
import { confirmContact } from "~/domain/identity/confirm-contact.server";
import { resendCode } from "~/domain/identity/resend-code.server";
import { cookiesOf } from "~/http/cookies-of";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { findActor } from "~/http/guards.server";
import { forgetPendingContact, readPendingContact } from "~/http/pending-contact.server";
import { safePath } from "~/http/safe-path";
import { withoutSecrets } from "~/http/without-secrets";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { auth, authHeaders } from "~/platform/auth.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  if (await findActor(request)) throw redirect("/desk");
  const pending = await readPendingContact(request);
  const t = getFixedT(request, ["auth", "common"]);
  return {
    identifier: pending?.identifier ?? "",
    title: `${t("auth:confirm.title")} · ${t("common:marketName")}`,
  };
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await readForm(request);
  if (fields.get("intent") === "resend") {
    const form = parseFormData(fields, resendSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      const { identifier } = form.value;
      await resendCode({ identifier, locale: findLocale(request) }, getDb());
      return data({ isResent: true, result: undefined });
    });
  }
  const form = parseFormData(fields, confirmSchema);
  const safe = withoutSecrets(form, ["code"]);
  if (form.status !== "success") return refuseForm(safe);
  return answerForm(safe, async () => {
    const userId = await confirmContact(form.value, getDb());
    const pending = await readPendingContact(request);
    const { headers } = await auth().api.startSession({
      body: { userId },
      headers: authHeaders(request, context.clientIp),
      returnHeaders: true,
    });
    const target = safePath(pending?.next, "/desk");
    return redirect(target, { headers: cookiesOf(headers, await forgetPendingContact()) });
  });
}

export default function Confirm() {
  const { identifier } = useLoaderData<typeof loader>();
  const { t } = useTranslation("auth");
  const answer = useActionData<typeof action>();
  const view = useFormView(answer);
  return (
    <AuthShell
      title={t("confirm.title")}
      lead={identifier ? t("confirm.lead", { to: identifier }) : t("confirm.leadUnknown")}
      flash={<FlashRegion messages={useFlash()} />}
      footer={
        <Link className="link" to="/sign-up">
          {t("confirm.otherAddress")}
        </Link>
      }
    >
      <DemoOutboxHint />
      <Form method="post" className="space-y-5" noValidate>
        <FormErrorSummary
          {...view.summary({ code: t("fields.code"), identifier: t("fields.identifier") })}
        />
        {answer && "isResent" in answer && (
          <Alert tone="success" role="status">
            {t("confirm.resent")}
          </Alert>
        )}
        {identifier ? (
          <input type="hidden" name="identifier" value={identifier} />
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
        <div className="flex flex-wrap gap-3">
          <SubmitButton intent="confirm" size="lg" block>
            {t("confirm.submit")}
          </SubmitButton>
          <SubmitButton intent="resend" size="lg" variant="quiet" block>
            {t("confirm.resend")}
          </SubmitButton>
        </div>
      </Form>
    </AuthShell>
  );
}

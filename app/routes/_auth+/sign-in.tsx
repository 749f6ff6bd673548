import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { AuthShell } from "~/components/layout/auth-shell";
import { useFlash } from "~/components/layout/use-root";
import { SubmitButton } from "~/components/ui/button";
import { FlashRegion } from "~/components/ui/flash-region";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { TextInput } from "~/components/ui/text-input";
import { signInSchema } from "~/domain/identity/auth-schema";
import type { Identifier } from "~/domain/identity/contact-rules";
import { resendCode } from "~/domain/identity/resend-code.server";
import { signIn } from "~/domain/identity/sign-in.server";
import { DomainError } from "~/domain/shared/domain-error";
import { cookiesOf } from "~/http/cookies-of";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { findActor } from "~/http/guards.server";
import { keepPendingContact } from "~/http/pending-contact.server";
import { safePath } from "~/http/safe-path";
import { withoutSecrets } from "~/http/without-secrets";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { authHeaders } from "~/platform/auth.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const next = safePath(new URL(request.url).searchParams.get("next"), "");
  if (await findActor(request)) throw redirect(next || "/desk");
  const t = getFixedT(request, ["auth", "common"]);
  return { next, title: `${t("auth:signIn.title")} · ${t("common:marketName")}` };
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, signInSchema);
  const safe = withoutSecrets(form, ["password"]);
  if (form.status !== "success") return refuseForm(safe);
  const { identifier, password } = form.value;
  const next = safePath(form.value.next, "/desk");
  return answerForm(safe, async () => {
    const headers = authHeaders(request, context.clientIp);
    const result = await signIn({ identifier, password, headers }, getDb());
    switch (result.kind) {
      case "DONE":
        return redirect(next, { headers: cookiesOf(result.headers) });
      case "SECOND_FACTOR":
        return redirect(`/sign-in/two-factor?next=${encodeURIComponent(next)}`, {
          headers: cookiesOf(result.headers),
        });
      case "CONFIRM_FIRST": {
        await resendQuietly(identifier, findLocale(request));
        const pending = await keepPendingContact({ identifier: identifier.value, next });
        return redirectWithFlash(
          "/confirm",
          { tone: "info", message: "auth:flash.confirmFirst" },
          { headers: { "set-cookie": pending } },
        );
      }
    }
  });
}

async function resendQuietly(identifier: Identifier, locale: string) {
  try {
    await resendCode({ identifier, locale }, getDb());
  } catch (error) {
    // A code that is on its way serves as well.
    if (!(error instanceof DomainError)) throw error;
  }
}

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const { t } = useTranslation("auth");
  const view = useFormView(useActionData<typeof action>());
  const kept = view.value("next", next);
  return (
    <AuthShell
      title={t("signIn.title")}
      lead={next ? t("signIn.continueTo") : t("signIn.lead")}
      flash={<FlashRegion messages={useFlash()} />}
      footer={
        <p>
          {t("signIn.noAccount")}{" "}
          <Link
            className="link"
            to={kept ? `/sign-up?next=${encodeURIComponent(kept)}` : "/sign-up"}
          >
            {t("signIn.signUp")}
          </Link>
        </p>
      }
    >
      <Form method="post" className="space-y-5" noValidate>
        <FormErrorSummary
          {...view.summary({
            identifier: t("fields.identifier"),
            password: t("fields.password"),
          })}
        />
        <input type="hidden" name="next" value={kept} />
        <TextInput
          name="identifier"
          label={t("fields.identifier")}
          defaultValue={view.value("identifier")}
          error={view.error("identifier")}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <TextInput
          name="password"
          type="password"
          label={t("fields.password")}
          error={view.error("password")}
          autoComplete="current-password"
          required
        />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <SubmitButton size="lg" block>
            {t("signIn.submit")}
          </SubmitButton>
          <Link className="link" to="/forgot-password">
            {t("signIn.forgot")}
          </Link>
        </div>
      </Form>
    </AuthShell>
  );
}

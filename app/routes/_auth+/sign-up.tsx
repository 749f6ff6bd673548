import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { AuthShell } from "~/components/layout/auth-shell";
import { SubmitButton } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { TextInput } from "~/components/ui/text-input";
import { NAME_MAX, PASSWORD_MIN, signUpSchema } from "~/domain/identity/auth-schema";
import { registerPerson } from "~/domain/identity/register-person.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { findActor } from "~/http/guards.server";
import { keepPendingContact } from "~/http/pending-contact.server";
import { safePath } from "~/http/safe-path";
import { withoutSecrets } from "~/http/without-secrets";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const next = safePath(new URL(request.url).searchParams.get("next"), "");
  if (await findActor(request)) throw redirect(next || "/desk");
  const t = getFixedT(request, ["auth", "common"]);
  return { next, title: `${t("auth:signUp.title")} · ${t("common:marketName")}` };
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, signUpSchema);
  const safe = withoutSecrets(form, ["password"]);
  if (form.status !== "success") return refuseForm(safe);
  const { identifier, name, password, next } = form.value;
  return answerForm(safe, async () => {
    const locale = findLocale(request);
    await registerPerson({ identifier, name, password, locale }, getDb());
    const pending = await keepPendingContact({
      identifier: identifier.value,
      next: next ?? "/desk",
    });
    return redirect("/confirm", { headers: { "set-cookie": pending } });
  });
}

export default function SignUp() {
  const { next } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["auth", "legal"]);
  const view = useFormView(useActionData<typeof action>());
  return (
    <AuthShell
      title={t("signUp.title")}
      lead={t("signUp.lead")}
      footer={
        <p>
          {t("signUp.haveAccount")}{" "}
          <Link
            className="link"
            to={next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in"}
          >
            {t("signIn.submit")}
          </Link>
        </p>
      }
    >
      <Form method="post" className="space-y-5" noValidate>
        <FormErrorSummary
          {...view.summary({
            name: t("fields.name"),
            identifier: t("fields.identifier"),
            password: t("fields.password"),
            terms: t("fields.terms"),
          })}
        />
        <input type="hidden" name="next" value={view.value("next", next)} />
        <TextInput
          name="name"
          label={t("fields.name")}
          hint={t("fields.nameHint")}
          defaultValue={view.value("name")}
          error={view.error("name")}
          maxLength={NAME_MAX}
          autoComplete="name"
          required
        />
        <TextInput
          name="identifier"
          label={t("fields.identifier")}
          hint={t("fields.identifierHint")}
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
          hint={t("fields.passwordHint", { min: PASSWORD_MIN })}
          error={view.error("password")}
          autoComplete="new-password"
          required
        />
        <Checkbox
          name="terms"
          label={t("fields.terms")}
          hint={t("fields.termsHint")}
          error={view.error("terms")}
          defaultChecked={view.value("terms") === "on"}
        />
        <p className="flex gap-4 text-sm">
          <Link to="/terms" target="_blank" className="text-brand-700 underline underline-offset-4">
            {t("legal:termsTitle")}
          </Link>
          <Link
            to="/privacy"
            target="_blank"
            className="text-brand-700 underline underline-offset-4"
          >
            {t("legal:privacyTitle")}
          </Link>
        </p>
        <SubmitButton size="lg" block>
          {t("signUp.submit")}
        </SubmitButton>
      </Form>
    </AuthShell>
  );
}

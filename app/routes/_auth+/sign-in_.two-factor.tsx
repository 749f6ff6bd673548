import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { AuthShell } from "~/components/layout/auth-shell";
import { SubmitButton } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { TextInput } from "~/components/ui/text-input";
import { secondFactorSchema } from "~/domain/identity/auth-schema";
import { verifySecondFactor } from "~/domain/identity/second-factor.server";
import { cookiesOf } from "~/http/cookies-of";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { findActor } from "~/http/guards.server";
import { safePath } from "~/http/safe-path";
import { withoutSecrets } from "~/http/without-secrets";
import { getFixedT } from "~/i18n/i18next.server";
import { authHeaders } from "~/platform/auth.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const next = safePath(new URL(request.url).searchParams.get("next"), "/desk");
  if (await findActor(request)) throw redirect(next);
  if (!request.headers.get("cookie")?.includes("two_factor")) throw redirect("/sign-in");
  const t = getFixedT(request, ["auth", "common"]);
  return { next, title: `${t("auth:second.title")} · ${t("common:marketName")}` };
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, secondFactorSchema);
  const safe = withoutSecrets(form, ["code"]);
  if (form.status !== "success") return refuseForm(safe);
  const { code, next } = form.value;
  return answerForm(safe, async () => {
    const headers = await verifySecondFactor(code, authHeaders(request, context.clientIp));
    return redirect(safePath(next, "/desk"), { headers: cookiesOf(headers) });
  });
}

export default function SecondStep() {
  const { next } = useLoaderData<typeof loader>();
  const { t } = useTranslation("auth");
  const view = useFormView(useActionData<typeof action>());
  return (
    <AuthShell
      title={t("second.title")}
      lead={t("second.lead")}
      footer={
        <Link className="link" to="/sign-in">
          {t("second.restart")}
        </Link>
      }
    >
      <Form method="post" className="space-y-5" noValidate>
        <FormErrorSummary {...view.summary({ code: t("fields.secondFactor") })} />
        <input type="hidden" name="next" value={next} />
        <TextInput
          name="code"
          label={t("fields.secondFactor")}
          hint={t("fields.secondFactorHint")}
          error={view.error("code")}
          autoComplete="one-time-code"
          inputMode="text"
          spellCheck={false}
          width="medium"
          required
        />
        <SubmitButton size="lg" block>
          {t("second.submit")}
        </SubmitButton>
      </Form>
    </AuthShell>
  );
}

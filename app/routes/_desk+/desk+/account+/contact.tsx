import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DemoOutboxHint } from "~/components/identity/demo-outbox-hint";
import { useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { TextInput } from "~/components/ui/text-input";
import { changeContactSchema, confirmSchema } from "~/domain/identity/auth-schema";
import {
  confirmContactChange,
  requestContactChange,
} from "~/domain/identity/change-contact.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import {
  forgetPendingContact,
  keepPendingContact,
  readPendingContact,
} from "~/http/pending-contact.server";
import { withoutSecrets } from "~/http/without-secrets";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const HERE = "/desk/account/contact";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireUser(request);
  const isCodeStep = new URL(request.url).searchParams.get("step") === "code";
  const pending = isCodeStep ? await readPendingContact(request) : null;
  const t = getFixedT(request, ["account", "common"]);
  return {
    identifier: pending?.identifier ?? null,
    title: `${t("account:contact.title")} · ${t("common:marketName")}`,
  };
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireUser(request);
  const fields = await readForm(request);
  if (fields.get("intent") === "confirm") {
    const form = parseFormData(fields, confirmSchema);
    const safe = withoutSecrets(form, ["code"]);
    if (form.status !== "success") return refuseForm(safe);
    return answerForm(safe, async () => {
      await confirmContactChange(form.value, actor, getDb());
      return redirectWithFlash(
        "/desk/account",
        { tone: "success", message: "account:flash.contactChanged" },
        { headers: { "set-cookie": await forgetPendingContact() } },
      );
    });
  }
  const form = parseFormData(fields, changeContactSchema);
  const safe = withoutSecrets(form, ["currentPassword"]);
  if (form.status !== "success") return refuseForm(safe);
  return answerForm(safe, async () => {
    await requestContactChange(form.value, actor, getDb());
    const { value } = form.value.identifier;
    const pending = await keepPendingContact({ identifier: value, next: HERE });
    return redirect(`${HERE}?step=code`, { headers: { "set-cookie": pending } });
  });
}

export default function ChangeContact() {
  const { identifier } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["account", "auth"]);
  const view = useFormView(useActionData<typeof action>());
  if (identifier) {
    return (
      <Card title={t("account:contact.codeTitle")}>
        <p className="mb-4 text-muted">{t("account:contact.codeLead", { to: identifier })}</p>
        <DemoOutboxHint />
        <Form method="post" className="max-w-md space-y-5" noValidate>
          <FormErrorSummary {...view.summary({ code: t("auth:fields.code") })} />
          <input type="hidden" name="identifier" value={identifier} />
          <TextInput
            name="code"
            label={t("auth:fields.code")}
            hint={t("auth:fields.codeHint")}
            error={view.error("code")}
            autoComplete="one-time-code"
            inputMode="numeric"
            width="short"
            required
          />
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton intent="confirm">{t("account:contact.confirm")}</SubmitButton>
            <Link className="link" to={HERE}>
              {t("account:contact.restart")}
            </Link>
          </div>
        </Form>
      </Card>
    );
  }
  return (
    <Card title={t("account:contact.title")}>
      <p className="mb-4 text-muted">{t("account:contact.lead")}</p>
      <Form method="post" className="max-w-md space-y-5" noValidate>
        <FormErrorSummary
          {...view.summary({
            identifier: t("account:contact.identifier"),
            currentPassword: t("account:contact.currentPassword"),
          })}
        />
        <TextInput
          name="identifier"
          label={t("account:contact.identifier")}
          defaultValue={view.value("identifier")}
          error={view.error("identifier")}
          autoComplete="off"
          autoCapitalize="none"
          required
        />
        <TextInput
          name="currentPassword"
          type="password"
          label={t("account:contact.currentPassword")}
          error={view.error("currentPassword")}
          autoComplete="current-password"
          required
        />
        <SubmitButton intent="request">{t("account:contact.send")}</SubmitButton>
      </Form>
    </Card>
  );
}

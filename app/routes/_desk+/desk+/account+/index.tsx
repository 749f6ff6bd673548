import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { LanguageChoice } from "~/components/identity/language-choice";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { TextInput } from "~/components/ui/text-input";
import { getAccount } from "~/domain/identity/account-queries.server";
import { NAME_MAX, profileSchema } from "~/domain/identity/auth-schema";
import { updateProfile } from "~/domain/identity/update-profile.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireUser(request);
  const t = getFixedT(request, ["account", "common"]);
  const title = `${t("account:profile.title")} · ${t("common:marketName")}`;
  return { account: await getAccount(getDb(), actor), title };
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireUser(request);
  const form = await parseForm(request, profileSchema);
  if (form.status !== "success") return refuseForm(form);
  return answerForm(form, async () => {
    await updateProfile(form.value, actor, getDb());
    return redirectWithFlash("/desk/account", { tone: "success", message: "account:flash.saved" });
  });
}

export default function Profile() {
  const { account } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["account", "common"]);
  const view = useFormView(useActionData<typeof action>());
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Card title={t("account:profile.title")}>
        <Form method="post" className="space-y-5" noValidate>
          <FormErrorSummary {...view.summary({ name: t("account:profile.name") })} />
          <TextInput
            name="name"
            label={t("account:profile.name")}
            hint={t("account:profile.nameHint")}
            defaultValue={view.value("name", account.name)}
            error={view.error("name")}
            maxLength={NAME_MAX}
            autoComplete="name"
            required
          />
          <SubmitButton>{t("common:save")}</SubmitButton>
        </Form>
      </Card>
      <Card title={t("account:profile.contacts")}>
        <DescriptionList
          items={[
            {
              label: t("account:profile.email"),
              value: <Contact value={account.email} isConfirmed={account.emailVerified} />,
            },
            {
              label: t("account:profile.phone"),
              value: (
                <Contact value={account.phoneNumber} isConfirmed={account.phoneNumberVerified} />
              ),
            },
            {
              label: t("account:profile.level"),
              value: t(`account:levels.L${levelOf(account.realNameLevel)}`),
            },
            { label: t("account:profile.since"), value: <DateTime value={account.createdAt} /> },
          ]}
        />
      </Card>
      <Card title={t("account:profile.language")}>
        <LanguageChoice />
      </Card>
    </div>
  );
}

function levelOf(level: number): 0 | 1 | 2 | 3 {
  return level === 1 || level === 2 || level === 3 ? level : 0;
}

function Contact({ value, isConfirmed }: { value: string | null; isConfirmed: boolean }) {
  const { t } = useTranslation("account");
  return (
    <span className="flex flex-wrap items-center gap-2">
      {value ? (
        <>
          <span className="break-all">{value}</span>
          <Badge tone={isConfirmed ? "success" : "warning"}>
            {isConfirmed ? t("profile.confirmed") : t("profile.unconfirmed")}
          </Badge>
        </>
      ) : (
        <span className="text-muted">{t("profile.none")}</span>
      )}
      <Link className="link text-sm" to="/desk/account/contact">
        {value ? t("profile.change") : t("profile.add")}
      </Link>
    </span>
  );
}

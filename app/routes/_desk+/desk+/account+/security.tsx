import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { PasswordForm } from "~/components/identity/password-form";
import { SessionList } from "~/components/identity/session-list";
import { Badge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { getAccount, listSessions } from "~/domain/identity/account-queries.server";
import { changePasswordSchema } from "~/domain/identity/auth-schema";
import { changePassword } from "~/domain/identity/change-password.server";
import { endSessions } from "~/domain/identity/end-sessions.server";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { withoutSecrets } from "~/http/without-secrets";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const HERE = "/desk/account/security";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireUser(request);
  const [account, sessions] = await Promise.all([
    getAccount(getDb(), actor),
    listSessions(getDb(), actor),
  ]);
  const t = getFixedT(request, ["account", "common"]);
  const title = `${t("account:security.title")} · ${t("common:marketName")}`;
  return { hasTwoFactor: account.twoFactorEnabled, sessions, title };
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

const endSchema = z.object({ sessionId: z.union([z.literal("others"), z.uuid()], "not_found") });

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireUser(request);
  const fields = await readForm(request);
  if (fields.get("intent") === "password") {
    const form = parseFormData(fields, changePasswordSchema);
    const safe = withoutSecrets(form, ["currentPassword", "password"]);
    if (form.status !== "success") return refuseForm(safe);
    return answerForm(safe, async () => {
      await changePassword(form.value, actor, getDb());
      return redirectWithFlash(HERE, { tone: "success", message: "account:flash.passwordChanged" });
    });
  }
  const form = parseFormData(fields, endSchema);
  if (form.status !== "success") return refuseForm(form);
  const { sessionId } = form.value;
  return withErrors(async () => {
    const count = await endSessions({ sessionId }, actor, getDb());
    return redirectWithFlash(HERE, {
      tone: "success",
      message: sessionId === "others" ? "account:flash.othersEnded" : "account:flash.sessionEnded",
      params: { count },
    });
  });
}

export default function Security() {
  const { hasTwoFactor, sessions } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("account");
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <div className="space-y-6">
        <Card title={t("security.password")}>
          <PasswordForm answer={answer} />
        </Card>
        <Card
          title={t("security.twoFactor")}
          actions={
            hasTwoFactor && (
              <Badge tone="success" icon="shield">
                TOTP
              </Badge>
            )
          }
        >
          <p className="mb-4">
            {hasTwoFactor ? t("security.twoFactorOn") : t("security.twoFactorOff")}
          </p>
          <LinkButton to="/desk/account/two-factor" icon="shield">
            {hasTwoFactor ? t("security.manage") : t("security.turnOn")}
          </LinkButton>
        </Card>
      </div>
      <SessionList sessions={sessions} />
    </div>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { BackupCodes } from "~/components/identity/backup-codes";
import { TwoFactorManage } from "~/components/identity/two-factor-manage";
import { TwoFactorScan } from "~/components/identity/two-factor-scan";
import { TwoFactorStart } from "~/components/identity/two-factor-start";
import { getAccount } from "~/domain/identity/account-queries.server";
import { codeSchema, passwordOnlySchema } from "~/domain/identity/auth-schema";
import { drawAuthenticatorPicture } from "~/domain/identity/authenticator-picture.server";
import {
  beginTwoFactor,
  confirmTwoFactor,
  endTwoFactor,
  renewBackupCodes,
} from "~/domain/identity/two-factor.server";
import { DomainError } from "~/domain/shared/domain-error";
import { cookiesOf } from "~/http/cookies-of";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { withoutSecrets } from "~/http/without-secrets";
import { getFixedT } from "~/i18n/i18next.server";
import { authHeaders } from "~/platform/auth.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireUser(request);
  const account = await getAccount(getDb(), actor);
  const t = getFixedT(request, ["account", "common"]);
  const title = `${t("account:twoFactor.title")} · ${t("common:marketName")}`;
  return { isOn: account.twoFactorEnabled, title };
}

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: data?.title }];

// The address goes back and forth in the person's own form, so that a wrong code does not lose the
// picture; it is drawn only when it is one of an authenticator.
const confirmSchema = z.object({
  code: codeSchema,
  uri: z.string().max(500).startsWith("otpauth://totp/", "bad_form"),
});

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireUser(request);
  const fields = await readForm(request);
  const headers = authHeaders(request, context.clientIp);
  const db = getDb();
  if (fields.get("intent") === "confirm") {
    const form = parseFormData(fields, confirmSchema);
    const uri = String(fields.get("uri") ?? "");
    if (form.status !== "success") {
      return data(
        { scan: await drawAuthenticatorPicture(uri), result: form.reply({ hideFields: ["code"] }) },
        400,
      );
    }
    try {
      const { code } = form.value;
      const done = await confirmTwoFactor({ code, headers }, actor, db);
      const cookies = cookiesOf(done.headers);
      return data({ backupCodes: done.backupCodes, result: undefined }, { headers: cookies });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const result = form.reply({ fieldErrors: { code: [error.code] }, hideFields: ["code"] });
      return data({ scan: await drawAuthenticatorPicture(uri), result }, error.status);
    }
  }
  const form = parseFormData(fields, passwordOnlySchema);
  const safe = withoutSecrets(form, ["password"]);
  if (form.status !== "success") return refuseForm(safe);
  const { password } = form.value;
  return answerForm(safe, async () => {
    switch (fields.get("intent")) {
      case "codes": {
        const backupCodes = await renewBackupCodes({ password, headers }, actor, db);
        return data({ backupCodes, result: undefined });
      }
      case "off": {
        const renewed = await endTwoFactor({ password, headers }, actor, db);
        return redirectWithFlash(
          "/desk/account/security",
          { tone: "success", message: "account:flash.twoFactorOff" },
          { headers: cookiesOf(renewed) },
        );
      }
      default: {
        const uri = await beginTwoFactor({ password, headers }, actor, db);
        return data({ scan: await drawAuthenticatorPicture(uri), result: undefined });
      }
    }
  });
}

export default function TwoFactor() {
  const { isOn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("account");
  if (answer && "backupCodes" in answer) return <BackupCodes codes={answer.backupCodes} />;
  if (answer && "scan" in answer && answer.scan) {
    return <TwoFactorScan scan={answer.scan} answer={answer} />;
  }
  return (
    <>
      <h2 className="sr-only">{t("twoFactor.title")}</h2>
      {isOn ? <TwoFactorManage answer={answer} /> : <TwoFactorStart answer={answer} />}
    </>
  );
}

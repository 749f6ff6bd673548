import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CopyButton } from "~/components/ui/copy-button";

/** The backup codes, shown once. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation("account");
  return (
    <Card title={t("twoFactor.codesTitle")} className="max-w-2xl">
      <div className="space-y-4">
        <Alert tone="warning" role="status">
          {t("twoFactor.codesLead")}
        </Alert>
        <ul className="grid grid-cols-2 gap-x-6 gap-y-1 font-mono text-lg text-ink">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <div className="no-print flex flex-wrap gap-3">
          <CopyButton text={codes.join("\n")} />
          <LinkButton to="/desk/account/security" variant="primary">
            {t("twoFactor.done")}
          </LinkButton>
        </div>
      </div>
    </Card>
  );
}

import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useRoot } from "~/components/layout/use-root";
import { Alert } from "~/components/ui/alert";

/** In a demonstration market: where the code that was "sent" can be read. */
export function DemoOutboxHint() {
  const { t } = useTranslation("auth");
  if (!useRoot()?.isDemo) return null;
  return (
    <Alert tone="info" className="mb-5">
      <p>{t("confirm.outbox")}</p>
      <Link className="link" to="/outbox" target="_blank" rel="noreferrer">
        {t("confirm.outboxLink")}
      </Link>
    </Alert>
  );
}

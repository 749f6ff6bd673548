import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { DescriptionList } from "~/components/ui/description-list";
import {
  checkCode,
  type TokenFinding,
  type TrustedKey,
} from "~/domain/registration/offline-token-rules";
import { isPaperKind, isPaperStatus } from "~/domain/registration/paper-kind-rules";

/** The finding on the fragment of this page's address; null while there is none. */
function useFragment(keys: readonly TrustedKey[]): TokenFinding | null {
  const [finding, setFinding] = useState<TokenFinding | null>(null);
  useEffect(() => {
    let isGone = false;
    const read = () => {
      const text = window.location.hash.slice(1);
      if (text === "") return setFinding(null);
      void checkCode(text, keys).then((found) => {
        if (!isGone) setFinding(found);
      });
    };
    read();
    window.addEventListener("hashchange", read);
    return () => {
      isGone = true;
      window.removeEventListener("hashchange", read);
    };
  }, [keys]);
  return finding;
}

const FIGURES = new Intl.NumberFormat("en", { minimumFractionDigits: 2 });

const TONES = {
  VALID: "success",
  CHANGED: "danger",
  OUT_OF_DATE: "danger",
  UNKNOWN_KEY: "warning",
  UNREADABLE: "warning",
} as const;

/**
 * What the scanned code itself says. It stands behind "#" in the address, so the server never sees
 * it, and is checked here.
 */
export function CertificateCode({
  keys,
  number,
  version,
  categories,
}: {
  keys: readonly TrustedKey[];
  /** Number that the page is about. */
  number: string;
  /** Version in force; null when the number is not known to the public. */
  version: number | null;
  categories: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation("certificates");
  const finding = useFragment(keys);
  if (!finding) return null;
  const { answer, facts } = finding;
  const isOther = facts !== null && facts.number !== number;
  // To the fen, as on the paper: it is there to be compared.
  const amount = (fen: number | null) =>
    fen === null ? "" : `${FIGURES.format(fen / 100)} ${t("offline.yuan")}`;
  return (
    <Card title={t("verify.codeTitle")}>
      <div className="space-y-4" aria-live="polite">
        <p className="text-muted">{t("verify.codeLead")}</p>
        <Alert tone={isOther ? "danger" : TONES[answer]} title={t(`offline.${answer}`)}>
          {isOther ? t("verify.otherNumber") : t(`offline.${answer}_TEXT`)}
        </Alert>
        {facts && version !== null && facts.version < version && (
          <Alert tone="warning">
            {t("verify.supersededHint", { version: facts.version, current: version })}
          </Alert>
        )}
        {facts && (
          <>
            <DescriptionList
              hideEmpty
              items={[
                {
                  label: t("field.paper"),
                  value: isPaperKind(facts.kind) ? t(`kind.${facts.kind}`) : facts.kind,
                },
                { label: t("field.number"), value: facts.number },
                { label: t("field.officialNo"), value: facts.officialNo },
                {
                  label: t("field.category"),
                  value: categories[facts.category] ?? facts.category,
                },
                { label: t("field.project"), value: facts.project },
                { label: t("field.seller"), value: facts.seller },
                { label: t("field.buyer"), value: facts.buyer },
                { label: t("field.total"), value: amount(facts.totalFen) },
                { label: t("field.technical"), value: amount(facts.technicalFen) },
                { label: t("field.approvedIncome"), value: amount(facts.approvedIncomeFen) },
                { label: t("field.decidedOnOther"), value: facts.decidedOn },
                {
                  label: t("offline.statusAtIssue"),
                  value: isPaperStatus(facts.status) ? t(`status.${facts.status}`) : facts.status,
                },
                { label: t("field.issuer"), value: facts.issuer },
              ]}
            />
            <p className="text-sm text-muted">{t("offline.compare")}</p>
          </>
        )}
      </div>
    </Card>
  );
}

import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import type { ClauseView, ContractPageView } from "~/domain/contracts/contract-view";

type Conflict = ContractPageView["missing"][number];

/** One contradiction with both values. */
export function ConflictText({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation("contracts");
  return (
    <li>
      <span className="font-medium">
        {t(`conflictKinds.${conflict.kind}`)} · {conflict.label}
      </span>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3">
        <dt className="text-muted">{t("conflictStated")}</dt>
        <dd>{conflict.stated ?? t("conflictMissing")}</dd>
        <dt className="text-muted">
          {conflict.kind === "WORDS_AND_FIGURES" ? t("conflictFigures") : t("conflictAgreed")}
        </dt>
        <dd className="prose-text">{conflict.agreed}</dd>
      </dl>
      {conflict.sentence && <p className="prose-text text-sm text-muted">“{conflict.sentence}”</p>}
    </li>
  );
}

/** What stands against a clause: contradictions, blanks, sentences that may restrain competition. */
export function ClauseAlerts({ clause }: { clause: ClauseView }) {
  const { t } = useTranslation("contracts");
  const { conflicts, blanks, warnings } = clause;
  return (
    <>
      {conflicts.length > 0 && (
        <Alert tone="danger" title={t("conflictTitle")}>
          <ul className="grid gap-3">
            {conflicts.map((one) => (
              <ConflictText key={`${one.kind}-${one.label}-${one.stated}`} conflict={one} />
            ))}
          </ul>
          <p className="mt-2 text-sm">{t("conflictHint")}</p>
        </Alert>
      )}
      {blanks.length > 0 && (
        <Alert tone="warning">
          <ul>
            {blanks.map((what) => (
              <li key={what}>{t("blank", { what })}</li>
            ))}
          </ul>
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert tone="warning" title={t("monopolyTitle")}>
          <ul className="grid gap-3">
            {warnings.map((one) => (
              <li key={`${one.type}-${one.sentence}`}>
                <span className="font-medium">{t(`monopoly.${one.type}`)}</span>
                <p className="prose-text">“{one.sentence}”</p>
                <p className="text-sm text-muted">{one.source}</p>
              </li>
            ))}
          </ul>
          <p className="mt-2 text-sm">{t("monopolyHint")}</p>
        </Alert>
      )}
    </>
  );
}

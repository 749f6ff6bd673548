import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { TradeCaseType } from "~/domain/oversight/strike-rules";
import { publicCaseHref } from "~/domain/oversight/trade-case-rules";

export type TradeNameProps = { caseType: TradeCaseType; number: number; title: string };

/** A trade by kind, number and title, linked to its public page. */
export function TradeName({ caseType, number, title }: TradeNameProps) {
  const { t } = useTranslation("oversight");
  const kind = t(`caseTypes.${caseType}`);
  if (number === 0) return <span>{kind}</span>;
  return (
    <Link className="link" to={publicCaseHref(caseType, number)}>
      {kind} {t("caseNumber", { number })} {title}
    </Link>
  );
}

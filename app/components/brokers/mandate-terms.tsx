import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { Disclosure } from "~/components/ui/disclosure";
import { ratePercent } from "~/domain/brokers/fee-rules";
import type { Duty } from "~/domain/brokers/mandate-schema";
import type { MandateDetail } from "~/domain/brokers/mandate-view";
import { useAmount } from "./use-amount";

/** The terms that were offered, with who has consented to them. */
export function MandateTerms({ mandate }: { mandate: MandateDetail }) {
  const { t } = useTranslation("brokers");
  const text = (value: string) =>
    value ? <p className="prose-text whitespace-pre-wrap">{value}</p> : null;
  return (
    <Card title={t("mandate.terms")}>
      <DescriptionList
        hideEmpty
        items={[
          {
            label: t("mandate.broker"),
            value: mandate.broker.isPublic ? (
              <Link className="link" to={`/brokers/${mandate.broker.id}`}>
                {mandate.broker.name}
              </Link>
            ) : (
              mandate.broker.name
            ),
          },
          { label: t("mandate.side"), value: t(`mandate.sides.${mandate.side}`) },
          { label: t("mandate.clients"), value: <Clients mandate={mandate} /> },
          { label: t("mandate.matter"), value: <Matter mandate={mandate} /> },
          { label: t("offer.scope"), value: text(mandate.scope) },
          {
            label: t("offer.duties"),
            value: mandate.duties
              .map((duty) => t(`duties.${duty as Duty}`))
              .join(t("listSeparator")),
          },
          {
            label: t("offer.successDefinition"),
            value: text(mandate.successDefinition),
          },
          {
            label: t("mandate.period"),
            value: `${mandate.startsOn} – ${mandate.endsOn}`,
          },
          { label: t("mandate.costs"), value: t(`mandate.costsBy.${mandate.costsBorneBy}`) },
          {
            label: t("mandate.confidentiality"),
            value: text(mandate.confidentialityNote),
          },
          { label: t("mandate.conflict"), value: <Conflict mandate={mandate} /> },
          {
            label: t("mandate.termsHash"),
            value: (
              <>
                <code className="text-sm break-all">{mandate.termsHash}</code>
                <span className="block text-sm text-muted">{t("mandate.termsHashHint")}</span>
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

function Clients({ mandate }: { mandate: MandateDetail }) {
  const { t } = useTranslation("brokers");
  return (
    <ul className="space-y-1">
      {mandate.clients.map((client) => (
        <li key={client.id}>
          {client.name}
          <span className="ml-2 text-sm text-muted">
            {client.consentedAt ? <DateTime value={client.consentedAt} format="datetime" /> : null}{" "}
            {client.consentedAt ? t("mandate.consented") : t("mandate.notConsented")}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Matter({ mandate }: { mandate: MandateDetail }) {
  return (
    <ul className="space-y-1">
      {mandate.listings.map((one) => (
        <li key={one.id}>
          {one.isPublished ? (
            <Link
              className="link"
              to={`/${one.kind === "achievement" ? "achievements" : "needs"}/${one.id}`}
            >
              {one.title}
            </Link>
          ) : (
            one.title
          )}
        </li>
      ))}
    </ul>
  );
}

function Conflict({ mandate }: { mandate: MandateDetail }) {
  const { t } = useTranslation("brokers");
  if (mandate.conflictDeclaration === "") return <>{t("mandate.conflictPending")}</>;
  if (mandate.conflictDeclaration === "NONE") return <>{t("mandate.conflictNone")}</>;
  return <p className="prose-text whitespace-pre-wrap">{mandate.conflictDeclaration}</p>;
}

/** The fee as agreed and, once there is a contract, as it comes out; with the rules behind it. */
export function MandateFee({ mandate }: { mandate: MandateDetail }) {
  const { t } = useTranslation("brokers");
  const amount = useAmount();
  return (
    <Card title={t("mandate.fee")}>
      <FeeTable mandate={mandate} />
      {mandate.contractId && mandate.feeKind !== "NONE" && (
        <DescriptionList
          hideEmpty
          items={[
            {
              label: t("mandate.feeAmount"),
              value: mandate.feeFen ? (
                <strong className="tabular">{amount(mandate.feeFen)}</strong>
              ) : (
                t("mandate.feeOpen")
              ),
            },
            {
              label: t("mandate.feePayer"),
              value: mandate.feeFen
                ? mandate.feeParts
                    .map((part) =>
                      t("mandate.payerPart", {
                        payer: t(`mandate.payers.${part.payer}`),
                        amount: amount(part.amountFen),
                      }),
                    )
                    .join(t("listSeparator"))
                : null,
            },
            { label: t("mandate.feeDueOn"), value: mandate.feeDueOn },
          ]}
        />
      )}
      <Disclosure summary={t("mandate.rules")}>
        <ul className="list-disc space-y-1 pl-5 text-sm text-muted">
          <li>{t("mandate.ruleNoContract")}</li>
          <li>{t("mandate.ruleCosts")}</li>
          <li>{t("mandate.ruleClause")}</li>
        </ul>
      </Disclosure>
    </Card>
  );
}

function FeeTable({ mandate }: { mandate: MandateDetail }) {
  const { t } = useTranslation("brokers");
  const amount = useAmount();
  if (mandate.feeKind === "NONE") return <p>{t("mandate.feeNone")}</p>;
  if (mandate.feeKind === "FIXED") {
    return <p>{t("mandate.feeFixed", { amount: amount(mandate.fixedFeeFen ?? "0") })}</p>;
  }
  let from = "0";
  const steps = mandate.feeSteps.map((step) => {
    const start = from;
    from = step.uptoFen ?? from;
    const rate = ratePercent(step.rateBp);
    return step.uptoFen
      ? t("mandate.feeStep", { from: amount(start), to: amount(step.uptoFen), rate })
      : t("mandate.feeStepOpen", { from: amount(start), rate });
  });
  return (
    <>
      <ul className="tabular space-y-1">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      {mandate.feeLines.length > 0 && (
        <ul className="tabular mt-3 space-y-1 border-t border-line pt-2 text-sm">
          {mandate.feeLines.map((line) => (
            <li key={line.fromFen}>
              {t("mandate.feeLine", {
                from: amount(line.fromFen),
                to: amount(line.toFen),
                rate: ratePercent(line.rateBp),
                amount: amount(line.feeFen),
              })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

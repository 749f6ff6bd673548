import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { cx } from "~/components/ui/class-names";
import { Disclosure } from "~/components/ui/disclosure";
import type { Condition, IncentiveResult, Step } from "~/domain/incentives/incentive-result-rules";
import { confidenceOf } from "~/domain/incentives/rule-source-rules";
import { ConfidenceBadge, RuleSource } from "./rule-source";
import { useFigureText, useFigureTexts } from "./use-figure-text";

export const OUTCOME_TONES = {
  granted: "success",
  open: "warning",
  refused: "danger",
  none: "neutral",
  unknown: "warning",
} as const;

type Texts = typeof import("~/i18n/zh-CN/incentives")["incentives"];

/** One incentive: amount, sentence, and everything that leads to it. */
export function IncentiveCard({ result }: { result: IncentiveResult }) {
  const { t } = useTranslation("incentives");
  const text = useFigureText();
  const texts = useFigureTexts();
  const { amountFen, conditions, steps, assumptions, rules, gap } = result;
  const amount = amountFen === null ? "" : text({ unit: "fen", value: amountFen });
  const said: keyof Texts["sentence"] = result.sentence;
  const figures = { ...texts(result.figures), amount };
  // Each sentence takes the figures it names; the cast stands for any of them.
  const sentence = t(`sentence.${said}` as "sentence.lixia_sum", figures);
  return (
    <Card
      id={result.incentive}
      headingLevel={3}
      title={t(`name.${result.incentive}`)}
      actions={
        <>
          <Badge tone={OUTCOME_TONES[result.outcome]}>{t(`outcome.${result.outcome}`)}</Badge>
          {rules.length > 0 && <ConfidenceBadge level={confidenceOf(rules)} />}
        </>
      }
    >
      <div className="space-y-4">
        {amountFen !== null && (
          <p>
            <span className="block text-sm text-muted">{t(`headline.${result.incentive}`)}</span>
            <strong className="tabular text-2xl text-ink">{amount}</strong>
          </p>
        )}
        <p>{gap ? t(`gap.${gap.state}`, { date: "date" in gap ? gap.date : "" }) : sentence}</p>
        {steps.length > 0 && <Steps steps={steps} />}
        {conditions.length > 0 && <Conditions conditions={conditions} />}
        {assumptions.length > 0 && (
          <Disclosure open summary={t("result.assumptions")}>
            <ul className="list-disc space-y-1 pl-5 text-sm">
              {assumptions.map((code) => (
                <li key={code}>{t(`assumption.${code}`)}</li>
              ))}
            </ul>
          </Disclosure>
        )}
        {rules.length > 0 && (
          <Disclosure open summary={t("result.rules")}>
            <ul className="text-sm">
              {rules.map((rule) => (
                <RuleSource key={rule.key} rule={rule} />
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
    </Card>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h4 className="mb-1 text-sm">{title}</h4>
      {children}
    </div>
  );
}

const SIGNS = { "": "", plus: "+", minus: "−", times: "×", equals: "=" } as const;

function Steps({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation("incentives");
  const text = useFigureText();
  return (
    <Part title={t("result.steps")}>
      <table className="w-full text-sm">
        <caption className="sr-only">{t("result.steps")}</caption>
        <tbody>
          {steps.map((one) => (
            <tr
              key={`${one.code}${one.sign}`}
              className={cx("border-b border-line/70", one.sign === "equals" && "font-medium")}
            >
              <th scope="row" className="py-1.5 pr-2 text-left font-normal text-muted">
                {t(`step.${one.code}`)}
              </th>
              <td className="tabular py-1.5 text-right whitespace-nowrap text-ink">
                {SIGNS[one.sign]} {text(one.figure)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

const STATE_TONES = { met: "success", unmet: "danger", open: "warning" } as const;

function Conditions({ conditions }: { conditions: readonly Condition[] }) {
  const { t } = useTranslation("incentives");
  const texts = useFigureTexts();
  const conditionText = ({ code, figures = {} }: Condition) => {
    const named: keyof Texts["condition"] = code;
    return t(`condition.${named}` as "condition.related_share", { limit: "", ...texts(figures) });
  };
  return (
    <Part title={t("result.conditions")}>
      <ul className="space-y-1.5 text-sm">
        {conditions.map((one) => (
          <li key={one.code} className="flex items-start gap-2">
            <Badge tone={STATE_TONES[one.state]}>{t(`state.${one.state}`)}</Badge>
            <span>{conditionText(one)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

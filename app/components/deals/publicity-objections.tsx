import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { formatDateTime } from "~/components/ui/date-time";
import { RadioGroup } from "~/components/ui/radio-group";
import { Textarea } from "~/components/ui/textarea";
import { OBJECTION_OUTCOMES } from "~/domain/deals/publicity-schema";
import type { OwnObjection, PublicObjection } from "~/domain/deals/publicity-view";

function ObjectionFrame({ one, children }: { one: PublicObjection; children: ReactNode }) {
  const { t } = useTranslation("terms");
  return (
    <li className="space-y-2 py-4 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium text-ink">
          {t("publicity.objection", { number: one.number })}
        </span>
        {one.outcome && (
          <Badge tone={one.outcome === "UPHELD" ? "danger" : "neutral"}>
            {t(`publicity.${one.outcome}`)}
          </Badge>
        )}
        <span className="text-sm text-muted">
          {t("publicity.receivedAt", { time: formatDateTime(one.at, "datetime") })}
        </span>
      </p>
      {children}
      {one.result && (
        <div className="rounded-md bg-sunken px-4 py-3">
          <p className="text-sm text-muted">
            {t("publicity.resultLabel")}{" "}
            {one.handledAt && formatDateTime(one.handledAt, "datetime")}
          </p>
          <p className="prose-text whitespace-pre-wrap">{one.result}</p>
        </div>
      )}
    </li>
  );
}

/** Objections as everybody reads them: without names, and without words until there is a result. */
export function PublicObjections({ objections }: { objections: readonly PublicObjection[] }) {
  const { t } = useTranslation("terms");
  if (objections.length === 0) return <p className="text-muted">{t("publicity.noObjections")}</p>;
  return (
    <ul className="divide-y divide-line">
      {objections.map((one) => (
        <ObjectionFrame key={one.number} one={one}>
          {one.text ? (
            <p className="prose-text whitespace-pre-wrap">{one.text}</p>
          ) : (
            <p className="text-muted">{t("publicity.waiting")}</p>
          )}
        </ObjectionFrame>
      ))}
    </ul>
  );
}

/** Objections as the unit handles them, with who objected. */
export function OwnObjections({
  publicityId,
  objections,
  mayHandle,
  refused,
}: {
  publicityId: string;
  objections: readonly OwnObjection[];
  mayHandle: boolean;
  /** What was typed into a refused form. */
  refused: { objectionId: string; result: string; errorAt: (name: string) => string | undefined };
}) {
  const { t } = useTranslation("terms");
  return (
    <ul className="divide-y divide-line">
      {objections.map((one) => {
        const isRefused = refused.objectionId === one.id;
        const errorAt = (name: string) => (isRefused ? refused.errorAt(name) : undefined);
        return (
          <ObjectionFrame key={one.id} one={one}>
            {one.objector && (
              <p className="text-sm">
                {t("publicity.objector")} {one.objector.name} · {one.objector.contact}
              </p>
            )}
            {(one.ownText || one.text) && (
              <p className="prose-text whitespace-pre-wrap">{one.ownText || one.text}</p>
            )}
            {!one.outcome && mayHandle && (
              <Form method="post" className="grid gap-4 rounded-md border border-line p-4">
                <input type="hidden" name="publicityId" value={publicityId} />
                <input type="hidden" name="objectionId" value={one.id} />
                <RadioGroup
                  id={`outcome-${one.number}`}
                  name="outcome"
                  label={t("publicity.outcome")}
                  look="inline"
                  required
                  error={errorAt("outcome")}
                  options={OBJECTION_OUTCOMES.map((value) => ({
                    value,
                    label: t(`publicity.${value}`),
                  }))}
                />
                <Textarea
                  id={`result-${one.number}`}
                  name="result"
                  label={t("publicity.result")}
                  hint={t("publicity.resultHint")}
                  rows={3}
                  maxLength={2000}
                  required
                  defaultValue={isRefused ? refused.result : ""}
                  error={errorAt("result")}
                />
                <div>
                  <SubmitButton intent="handle">{t("publicity.handleDo")}</SubmitButton>
                </div>
              </Form>
            )}
          </ObjectionFrame>
        );
      })}
    </ul>
  );
}

import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { Disclosure } from "~/components/ui/disclosure";
import { MoneyInput } from "~/components/ui/money-input";
import { RadioGroup } from "~/components/ui/radio-group";
import { Textarea } from "~/components/ui/textarea";
import type { TakerMove } from "~/domain/challenges/challenge-taker-procedure";
import { DILIGENCE } from "~/domain/challenges/reward-rules";
import type { TakerPage } from "~/domain/challenges/taker-view";
import { toYuanText } from "~/domain/shared/money";
import { useMoney } from "./use-money";

type Props = { page: TakerPage; view: FormAnswer };

const GRAVE = new Set<TakerMove>(["fail", "eliminate", "terminate"]);

/** What the reader may do with a taker's case now. */
export function TakerMoves({ page, view }: Props) {
  const { t } = useTranslation("challenges");
  const moves = page.moves.filter(({ move }) => move !== "reward");
  if (page.takerMode !== "STAGED") remove(moves, "nextStage");
  if (page.takerMode === "ONE") remove(moves, "eliminate");
  return (
    <Card title={t("work.taker.steps")}>
      {moves.length === 0 && <p className="text-muted">{t("work.case.noSteps")}</p>}
      <div className="space-y-3">
        {moves.map(({ move, needsNote }) => (
          <MoveForm key={move} move={move} needsNote={needsNote} page={page} view={view} />
        ))}
      </div>
    </Card>
  );
}

function remove(moves: { move: TakerMove }[], move: TakerMove): void {
  const at = moves.findIndex((one) => one.move === move);
  if (at >= 0) moves.splice(at, 1);
}

function MoveForm({
  move,
  needsNote,
  page,
  view,
}: Props & { move: TakerMove; needsNote: boolean }) {
  const { t } = useTranslation("challenges");
  const isRefused = view.text("intent") === move;
  const name = t(`work.taker.moves.${move}`);
  const more = <MoreFields move={move} page={page} view={view} isRefused={isRefused} />;
  const form = (children: ReactNode) => (
    <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-3" noValidate>
      {children}
      <div>
        <SubmitButton intent={move} variant={GRAVE.has(move) ? "danger" : "primary"} size="sm">
          {name}
        </SubmitButton>
      </div>
    </Form>
  );
  if (!needsNote && move !== "pass") return form(more);
  return (
    <Disclosure summary={name} open={isRefused}>
      {form(
        <>
          {more}
          <Textarea
            id={`note-${move}`}
            name="note"
            label={move === "exempt" ? t("work.taker.evidence") : t("work.taker.note")}
            rows={3}
            maxLength={move === "pass" ? 1000 : 2000}
            required={needsNote}
            defaultValue={isRefused ? view.text("note") : ""}
            error={isRefused ? view.error("note") : undefined}
          />
        </>,
      )}
    </Disclosure>
  );
}

function MoreFields({
  move,
  page,
  view,
  isRefused,
}: Props & { move: TakerMove; isRefused: boolean }) {
  const { t } = useTranslation("challenges");
  const money = useMoney();
  const error = (name: string) => (isRefused ? view.error(name) : undefined);
  const { leftFen, proposedFen, publicFen } = page.money;
  if (move === "begin") {
    return (
      <Checkbox
        name="paperSigned"
        label={t("work.taker.paperSigned")}
        error={error("paperSigned")}
      />
    );
  }
  if (move === "opine") {
    return (
      <RadioGroup
        name="opinion"
        label={t("work.taker.opinion")}
        look="inline"
        required
        error={error("opinion")}
        options={(["ACCEPT", "REJECT"] as const).map((value) => ({
          value,
          label: t(`work.taker.opinion${value}`),
        }))}
      />
    );
  }
  if (move === "pass") {
    return (
      <>
        <MoneyInput
          name="rewardFen"
          label={t("work.taker.rewardFen")}
          hint={t("work.taker.rewardHint", {
            left: money(leftFen),
            proposed: money(proposedFen),
          })}
          required
          defaultValue={isRefused ? view.text("rewardFen") : toYuanText(proposedFen)}
          error={error("rewardFen")}
        />
        {publicFen > 0n && (
          <MoneyInput
            name="publicFen"
            label={t("work.taker.publicFen")}
            hint={t("work.taker.publicHint")}
            defaultValue={isRefused ? view.text("publicFen") : toYuanText(publicFen)}
            error={error("publicFen")}
          />
        )}
      </>
    );
  }
  if (move === "exempt") {
    return (
      <>
        <p className="text-muted">{t("work.taker.exemptLead")}</p>
        {DILIGENCE.map((point) => (
          <Checkbox
            key={point}
            name={point}
            label={t(`work.taker.diligence.${point}`)}
            error={error(point)}
          />
        ))}
      </>
    );
  }
  return null;
}

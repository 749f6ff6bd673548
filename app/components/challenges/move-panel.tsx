import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateInput } from "~/components/ui/date-input";
import { Disclosure } from "~/components/ui/disclosure";
import { Textarea } from "~/components/ui/textarea";
import type { ChallengeMove } from "~/domain/challenges/challenge-procedure";
import type { MoveView } from "~/domain/challenges/challenge-view";

const PLAIN = new Set<ChallengeMove>([
  "submit",
  "takeBack",
  "appraise",
  "noneEligible",
  "seatReserve",
  "relist",
  "discard",
]);
const WITH_NOTE = new Set<ChallengeMove>(["noneFit", "close", "withdraw", "terminate"]);
const GRAVE = new Set<ChallengeMove>(["discard", "withdraw", "terminate", "noneFit"]);

type Props = {
  moves: readonly MoveView[];
  view: FormAnswer;
};

/** What the reader may do with the challenge now; what a condition forbids is said when it is tried. */
export function MovePanel({ moves, view }: Props) {
  const { t } = useTranslation("challenges");
  const plain = moves.filter((one) => PLAIN.has(one.move));
  const noted = moves.filter((one) => WITH_NOTE.has(one.move));
  const extend = moves.some((one) => one.move === "extend");
  const refused = view.text("intent");
  return (
    <Card title={t("work.case.steps")}>
      {plain.length + noted.length === 0 && !extend && (
        <p className="text-muted">{t("work.case.noSteps")}</p>
      )}
      {plain.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {plain.map(({ move }) => (
            <Form key={move} method="post">
              <SubmitButton intent={move} variant={GRAVE.has(move) ? "danger" : "primary"}>
                {t(`work.moves.${move}`)}
              </SubmitButton>
            </Form>
          ))}
        </div>
      )}
      {extend && (
        <Disclosure summary={t("work.moves.extend")} open={refused === "extend"}>
          <Form method="post" className="grid gap-3" noValidate>
            <DateInput
              name="dueOn"
              label={t("work.case.extendTo")}
              required
              defaultValue={view.text("dueOn")}
              error={view.error("dueOn")}
            />
            <div>
              <SubmitButton intent="extend" size="sm">
                {t("work.moves.extend")}
              </SubmitButton>
            </div>
          </Form>
        </Disclosure>
      )}
      {noted.map(({ move }) => (
        <Disclosure key={move} summary={t(`work.moves.${move}`)} open={refused === move}>
          <Form method="post" className="grid gap-3" noValidate>
            <Textarea
              id={`note-${move}`}
              name="note"
              label={t("work.case.note")}
              rows={3}
              maxLength={2000}
              required
              defaultValue={refused === move ? view.text("note") : ""}
              error={refused === move ? view.error("note") : undefined}
            />
            <div>
              <SubmitButton
                intent={move}
                size="sm"
                variant={GRAVE.has(move) ? "danger" : "primary"}
              >
                {t(`work.moves.${move}`)}
              </SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ))}
    </Card>
  );
}

import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import type { Board, Unplaced } from "~/domain/roadshows/timetable/board-view";
import type { Refusal } from "./use-refusal";
import { WhenFields } from "./when-fields";

const SHOWN_MOST = 30;

interface UnplacedPanelProps {
  board: Board;
  unplaced: readonly Unplaced[];
  plan: { id: string; revision: number };
  day: number;
  mayEdit: boolean;
  refusal: Refusal;
}

/** What has no place in the version, each with a form that gives it one. */
export function UnplacedPanel({
  board,
  unplaced,
  plan,
  day,
  mayEdit,
  refusal,
}: UnplacedPanelProps) {
  const { t } = useTranslation("timetable");
  if (unplaced.length === 0) return null;
  return (
    <Card title={`${t("findings.unplaced")} (${unplaced.length})`}>
      <ul className="space-y-2">
        {unplaced.slice(0, SHOWN_MOST).map((one) => {
          const name = `${t(`kinds.${one.kind}`)} · ${one.title}`;
          return (
            <li key={one.subject} className="text-sm">
              {mayEdit ? (
                <Disclosure summary={name}>
                  <Form method="post" className="grid gap-4" noValidate preventScrollReset>
                    <input type="hidden" name="planId" value={plan.id} />
                    <input type="hidden" name="revision" value={plan.revision} />
                    <input type="hidden" name="kind" value={one.kind} />
                    <input type="hidden" name="subject" value={one.subject} />
                    <WhenFields
                      board={board}
                      misfits={{}}
                      day={day}
                      time=""
                      refusal={refusal}
                      prefix={`${one.subject}-`}
                    />
                    <div>
                      <SubmitButton intent="place" size="sm">
                        {t("edit.put")}
                      </SubmitButton>
                    </div>
                  </Form>
                </Disclosure>
              ) : (
                name
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

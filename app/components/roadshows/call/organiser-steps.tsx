import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import type { ProjectMove } from "~/domain/roadshows/call/project-procedure";
import type { CallProjectPage } from "~/domain/roadshows/call/project-view";
import { NoteMove } from "./note-move";

const PLAIN: readonly ProjectMove[] = ["passForm", "moveUp", "acceptMaterial"];
const NOTED: readonly ProjectMove[] = [
  "select",
  "returnForm",
  "reserve",
  "reject",
  "reconsider",
  "askAgain",
  "fallIll",
  "miss",
  "drop",
];
const GRAVE: readonly ProjectMove[] = ["reject", "fallIll", "miss", "drop"];

/** What the organiser may do with a project now; what a condition forbids is said when it is tried. */
export function OrganiserSteps({ page, view }: { page: CallProjectPage; view: FormAnswer }) {
  const { t } = useTranslation("pitches");
  const { moves, material, isOrganiser } = page;
  const isOffered = (move: ProjectMove) =>
    moves.includes(move) &&
    (material !== null || (move !== "acceptMaterial" && move !== "askAgain"));
  const plain = PLAIN.filter(isOffered);
  const noted = NOTED.filter(isOffered);
  return (
    <Card title={t("page.steps")}>
      {!isOrganiser && <Alert tone="info">{t("call.readOnly")}</Alert>}
      {isOrganiser && plain.length + noted.length === 0 && (
        <p className="text-muted">{t("page.noSteps")}</p>
      )}
      {plain.length > 0 && (
        <div className="mb-3 flex flex-wrap gap-2">
          {plain.map((move) => (
            <Form key={move} method="post">
              <SubmitButton intent={move}>{t(`moves.${move}`)}</SubmitButton>
            </Form>
          ))}
        </div>
      )}
      {noted.map((move) => (
        <NoteMove
          key={move}
          move={move}
          label={t("call.note")}
          hint={t("call.noteHint")}
          isGrave={GRAVE.includes(move)}
          isRequired={move !== "select"}
          view={view}
        />
      ))}
    </Card>
  );
}

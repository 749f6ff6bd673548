import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { dayOf, wallClock } from "~/domain/roadshows/timetable/board-time-rules";
import type { Board, BoardEntry } from "~/domain/roadshows/timetable/board-view";
import type { Conflict } from "~/domain/roadshows/timetable/conflict-rules";
import { ConflictList } from "./conflict-list";
import type { Refusal } from "./use-refusal";
import { WhenFields } from "./when-fields";

interface EntryPanelProps {
  board: Board;
  entry: BoardEntry;
  plan: { id: string; revision: number };
  conflicts: readonly Conflict[];
  mayEdit: boolean;
  refusal: Refusal;
  closeTo: string;
}

/** One entry: who, where, when, and the form that moves it by keyboard and without scripts. */
export function EntryPanel({
  board,
  entry,
  plan,
  conflicts,
  mayEdit,
  refusal,
  closeTo,
}: EntryPanelProps) {
  const { t } = useTranslation("timetable");
  const place = board.places.find(({ id }) => id === entry.placeId);
  const own = conflicts.filter(({ entryIds }) => entryIds.includes(entry.id));
  const hidden = (
    <>
      <input type="hidden" name="planId" value={plan.id} />
      <input type="hidden" name="revision" value={plan.revision} />
      <input type="hidden" name="entryId" value={entry.id} />
    </>
  );
  return (
    <Card
      id="entry"
      title={entry.title}
      actions={
        <LinkButton to={closeTo} size="sm" variant="quiet" icon="close" preventScrollReset>
          {t("edit.close")}
        </LinkButton>
      }
    >
      <div className="space-y-4">
        <p className="tabular text-sm text-muted">
          {t(`kinds.${entry.kind}`)} · {wallClock(entry.start)}–{wallClock(entry.end)} ·{" "}
          {place?.name}
        </p>
        {entry.people.length > 0 && (
          <div>
            <h3 className="text-sm font-medium">{t("edit.people")}</h3>
            <ul className="text-sm">
              {entry.people.map((person) => (
                <li key={person.id}>
                  {person.name} <span className="text-muted">({t(`roles.${person.role}`)})</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {own.length > 0 && <ConflictList conflicts={own} />}
        {mayEdit && !entry.isLocked && (
          <Form method="post" className="grid gap-4" noValidate preventScrollReset>
            {hidden}
            <WhenFields
              board={board}
              misfits={entry.misfits}
              placeId={entry.placeId}
              day={dayOf(entry.start)}
              time={wallClock(entry.start)}
              refusal={refusal}
            />
            <div>
              <SubmitButton intent="move">{t("edit.save")}</SubmitButton>
            </div>
          </Form>
        )}
        {mayEdit && (
          <Form method="post" className="flex flex-wrap gap-2" preventScrollReset>
            {hidden}
            <SubmitButton
              intent={entry.isLocked ? "unlock" : "lock"}
              variant="secondary"
              size="sm"
              icon="lock"
            >
              {t(entry.isLocked ? "edit.unlock" : "edit.lock")}
            </SubmitButton>
            {!entry.isLocked && (
              <SubmitButton intent="takeOut" variant="danger" size="sm">
                {t("edit.takeOut")}
              </SubmitButton>
            )}
          </Form>
        )}
      </div>
    </Card>
  );
}

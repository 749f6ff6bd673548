import { useTranslation } from "react-i18next";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { dateOfDay, daysOf } from "~/domain/roadshows/timetable/board-time-rules";
import type { Board, Misfit } from "~/domain/roadshows/timetable/board-view";
import type { Refusal } from "./use-refusal";

interface WhenFieldsProps {
  board: Board;
  /** By place, what it lacks; such a place can be chosen and is marked. */
  misfits: Record<string, Misfit[]>;
  placeId?: string;
  day: number;
  time: string;
  refusal: Refusal;
  /** Where two of these forms are on one page. */
  prefix?: string;
}

/** Place, day and time of an entry. */
export function WhenFields({
  board,
  misfits,
  placeId,
  day,
  time,
  refusal,
  prefix = "",
}: WhenFieldsProps) {
  const { t } = useTranslation("timetable");
  const id = (name: string) => `${prefix}field-${name}`;
  return (
    <>
      <Select
        id={id("placeId")}
        name="placeId"
        label={t("edit.place")}
        defaultValue={placeId}
        error={refusal.error("placeId")}
        options={board.places.map((place) => ({
          value: place.id,
          label:
            (misfits[place.id] ?? []).length > 0 ? `${place.name} ${t("edit.misfit")}` : place.name,
        }))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          id={id("date")}
          name="date"
          label={t("edit.date")}
          defaultValue={dateOfDay(board.firstDay, day)}
          error={refusal.error("date")}
          options={daysOf(board).map((one) => {
            const date = dateOfDay(board.firstDay, one);
            return { value: date, label: date };
          })}
        />
        <TextInput
          id={id("time")}
          name="time"
          type="time"
          step={300}
          label={t("edit.time")}
          defaultValue={time}
          error={refusal.error("time")}
        />
      </div>
    </>
  );
}

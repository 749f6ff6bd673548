import type { FormAnswer } from "~/components/forms/use-form-answer";
import type { MeetingView } from "~/domain/roadshows/meetings/meeting-view";

export type MeetingRowProps = { meeting: MeetingView; isDay: boolean; view: FormAnswer };

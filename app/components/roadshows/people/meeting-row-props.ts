import type { ChallengeFormView } from "~/components/challenges/use-challenge-form";
import type { MeetingView } from "~/domain/roadshows/meetings/meeting-view";

export type MeetingRowProps = { meeting: MeetingView; isDay: boolean; view: ChallengeFormView };

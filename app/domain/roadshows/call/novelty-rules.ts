import { threatensNovelty } from "~/domain/catalogue/disclosure-rules";
import { NOT_FILED } from "./project-schema";

type Answered = {
  side: string;
  confidentiality: string;
  noveltyAnswer: string | null;
  noveltyNote: string;
};
type IpRights = Parameters<typeof threatensNovelty>[0]["ipRights"];

/**
 * What stands against showing a project as it is: whoever shows an invention before the public has made
 * it prior art (Patent Law art. 22), and an ordinary roadshow is none of the cases of art. 24 with their
 * six months. So the application comes first, or an undertaking of everybody in the hall.
 * @param ipRights rights of the achievement that the project is made of; null without one
 */
export function noveltyFault(
  project: Answered,
  ipRights: IpRights | null,
): { field: string; code: string } | null {
  if (project.side !== "SUPPLY") return null;
  const { noveltyAnswer, noveltyNote, confidentiality } = project;
  switch (noveltyAnswer) {
    case null:
      return { field: "noveltyAnswer", code: "pitch_novelty_unanswered" };
    case NOT_FILED:
      return { field: "noveltyAnswer", code: "pitch_patent_first" };
    case "NDA":
      return confidentiality === "NDA_SESSION"
        ? null
        : { field: "confidentiality", code: "pitch_nda_session" };
    case "FILED": {
      const isKnown = ipRights !== null && !threatensNovelty({ ipRights });
      return isKnown || noveltyNote !== ""
        ? null
        : { field: "noveltyNote", code: "pitch_application_number" };
    }
    default:
      return noveltyNote === "" ? { field: "noveltyNote", code: "pitch_novelty_note" } : null;
  }
}

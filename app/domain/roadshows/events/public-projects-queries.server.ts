import { codeNamer } from "~/domain/catalogue/code-queries.server";
import type { DbOrTx } from "~/platform/db.server";
import { ON_PROGRAMME_STATES } from "../call/project-procedure";
import type { PublicProject } from "./roadshow-view";

const sourceSelect = { id: true, state: true, isBlinded: true } as const;
type Source = { id: string; state: string; isBlinded: boolean } | null;

/**
 * Projects on the programme of an event as everybody may know them: of a confidential one its place in the
 * list alone, of one whose listing is blinded not who pitches it.
 */
export async function listPublicProjects(
  db: DbOrTx,
  roadshowId: string,
  locale: string,
): Promise<PublicProject[]> {
  const [rows, name] = await Promise.all([
    db.roadshowProject.findMany({
      where: { roadshowId, state: { in: [...ON_PROGRAMME_STATES] } },
      orderBy: { number: "asc" },
      select: {
        number: true,
        side: true,
        title: true,
        fieldCodes: true,
        confidentiality: true,
        organisation: { select: { id: true, legalName: true } },
        achievement: { select: sourceSelect },
        need: { select: sourceSelect },
      },
    }),
    codeNamer(db, locale),
  ]);
  return rows.map(({ number, side, title, fieldCodes, organisation, ...row }) => {
    if (row.confidentiality !== "PUBLIC") return { number, isConfidential: true };
    const { achievement, need } = row;
    const isBlinded = achievement?.isBlinded === true || need?.isBlinded === true;
    return {
      number,
      isConfidential: false,
      side,
      title,
      fields: fieldCodes.map((code) => name("fields", code)),
      organisation: isBlinded ? null : { id: organisation.id, name: organisation.legalName },
      sourceTo: addressOf("achievements", achievement) ?? addressOf("needs", need),
    };
  });
}

/** Beside the pitch the page of a blinded listing would tell whose it is. */
function addressOf(segment: "achievements" | "needs", source: Source): string | null {
  if (source?.state !== "PUBLISHED" || source.isBlinded) return null;
  return `/${segment}/${source.id}`;
}

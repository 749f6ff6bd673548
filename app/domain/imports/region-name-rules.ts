export type RegionName = { code: string; parentCode: string | null; level: number; nameZh: string };

const SUFFIX = /(省|市|区|县|自治区|特别行政区|壮族自治区|回族自治区|维吾尔自治区)$/;

function shortName(name: string): string {
  const short = name.replace(/(壮族|回族|维吾尔)?自治区$/, "").replace(SUFFIX, "");
  return [...short].length >= 2 ? short : name;
}

/**
 * Code of the deepest region that a text names: a six-digit code, "山东省济南市历下区", "济南".
 * A name that several regions share ("市中区") counts only together with its parent.
 * @returns null if no region, or no single one, is named
 */
export function findRegion(regions: readonly RegionName[], text: string): string | null {
  const clean = text.normalize("NFKC").replace(/\s+/g, "");
  const code = /^\d{6}$/.exec(clean)?.[0];
  if (code) return regions.some((region) => region.code === code) ? code : null;
  // Full names first: "吉林省长春市" does not name the city 吉林市.
  const full = regions.filter((region) => clean.includes(region.nameZh));
  const named =
    full.length > 0 ? full : regions.filter((region) => clean.includes(shortName(region.nameZh)));
  const codes = new Set(named.map((region) => region.code));
  for (const level of [3, 2, 1]) {
    const here = named.filter((region) => region.level === level);
    const rooted = here.filter((region) => region.parentCode && codes.has(region.parentCode));
    if (rooted.length === 1) return rooted[0]?.code ?? null;
    if (rooted.length === 0 && here.length === 1) return here[0]?.code ?? null;
  }
  return null;
}

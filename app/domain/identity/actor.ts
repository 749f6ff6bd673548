export type Scope = "PUBLISH" | "SIGN" | "BID" | "MONEY";
export type Role = "OWNER" | "ADMIN" | "MEMBER";
export type Office = "MARKET_OPERATOR" | "REVIEWER" | "TALENT_POOL";
export type RegistrarRole = "REGISTRAR" | "CHIEF" | "PRECHECK";

export type ActorMembership = {
  organisationId: string;
  organisationName: string;
  organisationKind: string;
  isVerified: boolean;
  role: Role;
  scopes: readonly Scope[];
};

/** A seat as registrar in a registration office or a service point. */
export type ActorRegistrarSeat = { officeId: string; role: RegistrarRole };

/** A seat in an office; region null means the whole market. */
export type ActorOffice = { office: Office; regionCode: string | null };

export type UserActor = {
  kind: "USER";
  userId: string;
  sessionId: string;
  name: string;
  email: string;
  locale: string;
  /** L0–L3; see the domain rules on real names. */
  realNameLevel: number;
  /** Organisation in whose name the person acts now. */
  organisationId: string | null;
  memberships: readonly ActorMembership[];
  offices: readonly ActorOffice[];
  registrarSeats: readonly ActorRegistrarSeat[];
  /** The person's broker profile while it is public. */
  brokerId: string | null;
  requestId?: string;
};

/** The market itself: sweeps, jobs, seeds and commands. */
export type SystemActor = { kind: "SYSTEM"; name: string };

/** Who is acting. Every use case takes one and checks it. */
export type Actor = UserActor | SystemActor;

export function systemActor(name: string): SystemActor {
  return { kind: "SYSTEM", name };
}

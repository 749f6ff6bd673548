/**
 * The account under which a project takes part in its event: the presenter's, or that of whoever handed
 * it in where the presenter is a name only.
 */
export const presenterAccount = (project: {
  presenterUserId: string | null;
  createdById: string;
}): string => project.presenterUserId ?? project.createdById;

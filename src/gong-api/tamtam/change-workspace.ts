import { z } from "zod";
import { idText } from "../wire-types.ts";

/** `PATCH /tamtam/v1/workspaces/{id}`: what the body does not name stays. */
export const changeWorkspaceRequest = z.strictObject({
  id: idText,
  name: z.string().min(1).optional(),
  description: z.string().optional(),
});
export type ChangeWorkspaceRequest = z.infer<typeof changeWorkspaceRequest>;

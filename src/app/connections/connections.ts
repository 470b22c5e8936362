import { ActingUserError, InvalidInputError, NotFoundError } from "../../calls/errors.ts";
import type { UserId } from "../../calls/ids.ts";
import { searchCalls } from "../../connection/actions/search-calls.ts";
import type { Backend, Caller, Connections } from "../../connection/backend.ts";
import type { CallFinding } from "../../gong-api/call-finding.ts";
import { cloudBackend } from "./cloud-backend.ts";
import type { OpenMirrors } from "../mirrors/mirrors.ts";
import { openConnection } from "./open-connection.ts";
import { embeddedNames, type Tenants } from "./tenants.ts";

export interface ConnectionsParts {
  readonly tenants: Tenants;
  readonly mirrors: Pick<OpenMirrors, "finding">;
  /** As this user may use it, or the company. */
  readonly openEmbedded: (actingUserId?: UserId) => Promise<Backend>;
  readonly acceptsFiles: boolean;
  /** Of commands that name none; the embedded engine where it is not set. */
  readonly defaultName: string | undefined;
}

/** The named connections, and the embedded engine under every name while there are none. */
export function connections(parts: ConnectionsParts): Connections {
  const { tenants, acceptsFiles, defaultName } = parts;
  let embedded: Promise<Backend> | undefined;
  return {
    open: async (given, caller?: Caller) => {
      const actingUserId = caller?.actingUserId;
      const openEmbedded = () =>
        actingUserId === undefined ? (embedded ??= parts.openEmbedded()) : parts.openEmbedded(actingUserId);
      const name = given ?? defaultName;
      if (name === undefined || embeddedNames.includes(name.toLowerCase())) return openEmbedded();
      // Pasted text names a connection in any case; whoever has made none means the library here.
      if (given !== undefined && (await tenants.list()).length === 0) return openEmbedded();
      if (!(await tenants.find(name))) throw await unknownConnection(tenants, name);
      if (actingUserId !== undefined) throw notForUser(name, actingUserId);
      const open = await openConnection(tenants, name, { signal: caller?.signal });
      const finding = await parts.mirrors.finding(open.known.name);
      const backend = cloudBackend(open, { acceptsFiles, caller });
      return finding ? searchedInMirror(backend, finding) : backend;
    },
  };
}

/** What a server with an index of its own would be asked for is answered here as well. */
function searchedInMirror(backend: Backend, finding: CallFinding): Backend {
  const { forwarding } = backend;
  const forwards = (action: string) => action !== searchCalls.name && forwarding?.forwards(action) === true;
  return { ...backend, finding, ...(forwarding && { forwarding: { ...forwarding, forwards } }) };
}

/** What is there is seen with the connection's own key, which knows nothing of this user. */
function notForUser(name: string, actingUserId: UserId): Error {
  return new ActingUserError(
    `This access key acts for user ${actingUserId}, and the connection "${name}" is for keys that act for the company; leave the connection out for the library here.`,
  );
}

/** Where there are connections, a name that is none of them is a slip of the pen, and is not to end up in the wrong library. */
async function unknownConnection(tenants: Tenants, name: string): Promise<Error> {
  const error: unknown = await tenants.require(name).catch((reason: unknown) => reason);
  const message = error instanceof NotFoundError ? error.message : String(error);
  return new InvalidInputError([{ parameter: "connection", message }]);
}

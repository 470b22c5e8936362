import { Alert, Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { directions } from "../../../../src/calls/call.ts";
import { AnswerError } from "../../answer-error.ts";
import { useApi } from "../../ApiContext.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useUsers } from "../../ui/use-users.ts";
import { HostField } from "./HostField.tsx";
import { addCallParameters, type NewCall, otherProblems, problemOf } from "./new-call.ts";
import { OtherParties } from "./OtherParties.tsx";

/** Parameters that a field of the form is for. */
const shownParameters = [
  "download-media-url",
  "call-title",
  "actual-start",
  "direction",
  "primary-user",
  "participants",
  "client-unique-id",
];

function blank(): NewCall {
  return {
    mediaUrl: "",
    title: "",
    start: "",
    direction: "Outbound",
    hostUserId: "",
    hostChannel: "",
    others: [{ name: "", emailAddress: "", phoneNumber: "" }],
    clientUniqueId: `page-${Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join("")}`,
  };
}

/** Adds a call by the URL of its recording, and opens it. */
export function AddCallDialog({ onClose }: { readonly onClose: () => void }) {
  const api = useApi();
  const users = useUsers();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [call, setCall] = useState(blank);
  const change = (changes: Partial<NewCall>) => setCall({ ...call, ...changes });
  const host = users.data?.find(({ id }) => id === call.hostUserId);
  const adding = useMutation({
    mutationFn: () => api.runAction<{ callId: string }>("add-call", addCallParameters(call, host)),
    onSuccess: async ({ callId }) => {
      await queries.invalidateQueries({ queryKey: ["calls"] });
      navigate(`/call?id=${callId}`);
    },
  });
  const problems = adding.error instanceof AnswerError ? adding.error.problems : [];
  const problemAt = (parameter: string) => problemOf(problems, parameter);
  return (
    <Dialog title="Add a call" onClose={onClose}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          adding.mutate();
        }}
      >
        {adding.error && <Refusal error={adding.error} />}
        <TextInput
          label="URL of the recording"
          description="The server downloads it: audio or video, in any usual format"
          type="url"
          value={call.mediaUrl}
          error={problemAt("download-media-url")}
          onChange={(event) => change({ mediaUrl: event.currentTarget.value })}
        />
        <TextInput
          label="Title"
          value={call.title}
          error={problemAt("call-title")}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <div className="form-row">
          <TextInput
            label="Start"
            type="datetime-local"
            value={call.start}
            error={problemAt("actual-start")}
            onChange={(event) => change({ start: event.currentTarget.value })}
          />
          <NativeSelect
            label="Direction"
            data={[...directions]}
            value={call.direction}
            error={problemAt("direction")}
            onChange={(event) => change({ direction: event.currentTarget.value })}
          />
        </div>
        <HostField call={call} users={users.data} problem={problemAt("primary-user")} onChange={change} />
        <OtherParties
          others={call.others}
          problem={problemAt("participants")}
          onChange={(others) => change({ others })}
        />
        <TextInput
          label="Client unique id"
          description="The call's id in the system that recorded it. Adding the same one again changes nothing"
          value={call.clientUniqueId}
          error={problemAt("client-unique-id")}
          onChange={(event) => change({ clientUniqueId: event.currentTarget.value })}
        />
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={adding.isPending}>
            Add
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What no field of the form can show. */
function Refusal({ error }: { readonly error: Error }) {
  const problems = error instanceof AnswerError ? error.problems : [];
  const others = problems.length === 0 ? [error.message] : otherProblems(problems, shownParameters);
  if (others.length === 0) return null;
  return (
    <Alert color="red" variant="light" role="alert">
      {others.join("; ")}
      {error instanceof AnswerError && error.requestId !== undefined && ` (request id ${error.requestId})`}
    </Alert>
  );
}

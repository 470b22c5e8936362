import { NativeSelect, TextInput } from "@mantine/core";
import type { ListedUser } from "../../ui/use-users.ts";
import type { NewCall } from "./new-call.ts";

interface HostFieldProps {
  readonly call: NewCall;
  /** Nothing where there are none, or the key may not see them: the id is typed then. */
  readonly users: readonly ListedUser[] | undefined;
  readonly problem: string | undefined;
  readonly onChange: (changes: Partial<NewCall>) => void;
}

export function HostField({ call, users = [], problem, onChange }: HostFieldProps) {
  const active = users.filter(({ isActive }) => isActive);
  return (
    <div className="form-row">
      {active.length > 0 ? (
        <NativeSelect
          label="Host"
          data={[{ value: "", label: "Choose a user" }, ...active.map(({ id, name }) => ({ value: id, label: name }))]}
          value={call.hostUserId}
          error={problem}
          onChange={(event) => onChange({ hostUserId: event.currentTarget.value })}
        />
      ) : (
        <TextInput
          label="Host"
          description="The host's user id"
          value={call.hostUserId}
          error={problem}
          onChange={(event) => onChange({ hostUserId: event.currentTarget.value })}
        />
      )}
      <NativeSelect
        label="Host's track"
        data={[
          { value: "", label: "One track for all" },
          { value: "0", label: "Left (0)" },
          { value: "1", label: "Right (1)" },
        ]}
        value={call.hostChannel}
        onChange={(event) => onChange({ hostChannel: event.currentTarget.value })}
      />
    </div>
  );
}

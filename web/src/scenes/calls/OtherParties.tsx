import { Button, TextInput } from "@mantine/core";
import type { OtherParty } from "./new-call.ts";

interface OtherPartiesProps {
  readonly others: readonly OtherParty[];
  readonly problem: string | undefined;
  readonly onChange: (others: readonly OtherParty[]) => void;
}

const fields = [
  { name: "name", label: "Name" },
  { name: "emailAddress", label: "E-mail" },
  { name: "phoneNumber", label: "Phone" },
] as const;

/** Who took part beside the host. */
export function OtherParties({ others, problem, onChange }: OtherPartiesProps) {
  return (
    <fieldset className="party-fields">
      <legend>Other participants</legend>
      {others.map((party, position) => (
        // A list that grows and shrinks at its end alone.
        <div className="form-row" key={position}>
          {fields.map(({ name, label }) => (
            <TextInput
              key={name}
              aria-label={`${label} of participant ${position + 1}`}
              placeholder={label}
              value={party[name]}
              onChange={(event) => onChange(others.with(position, { ...party, [name]: event.currentTarget.value }))}
            />
          ))}
        </div>
      ))}
      {problem !== undefined && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <div>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => onChange([...others, { name: "", emailAddress: "", phoneNumber: "" }])}
        >
          One more
        </Button>
        {others.length > 1 && (
          <Button size="compact-sm" variant="subtle" onClick={() => onChange(others.slice(0, -1))}>
            One less
          </Button>
        )}
      </div>
    </fieldset>
  );
}

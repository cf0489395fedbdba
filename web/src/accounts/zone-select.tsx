import { type ComponentProps, useMemo } from "react";
import { Select } from "../ui/select";
import { zonesWith } from "./zones";

interface ZoneSelectProps extends Omit<ComponentProps<typeof Select>, "value" | "onChange" | "children"> {
  readonly zone: string;
  readonly onZone: (zone: string) => void;
}

/** A time zone out of all that there are. */
export function ZoneSelect({ zone, onZone, ...rest }: ZoneSelectProps) {
  const zones = useMemo(() => zonesWith(zone), [zone]);
  return (
    <Select {...rest} value={zone} onChange={(event) => onZone(event.currentTarget.value)}>
      {zones.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </Select>
  );
}

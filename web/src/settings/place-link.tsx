import { useEffect, useRef } from "react";
import { Link } from "wouter";
import { Icon } from "../ui/icon";
import type { IconName } from "../ui/icon-shapes";
import styles from "./settings.module.css";

/** What the settings are parted into; each is at `/settings/<section>`. */
export type Section = "account" | "appearance" | "shortcuts" | "integrations" | "sessions";

/** A section with its name and picture. */
export interface Place {
  readonly section: Section;
  readonly name: string;
  readonly icon: IconName;
}

interface PlaceLinkProps {
  readonly place: Place;
  readonly isCurrent: boolean;
}

/** The way to a section; the present one is always in view. */
export function PlaceLink({ place, isCurrent }: PlaceLinkProps) {
  const ref = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isCurrent) ref.current?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [isCurrent]);
  return (
    <Link
      ref={ref}
      href={`/settings/${place.section}`}
      className={styles.place}
      aria-current={isCurrent ? "page" : undefined}
    >
      <Icon name={place.icon} />
      {place.name}
    </Link>
  );
}

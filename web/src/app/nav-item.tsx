import type { DragEvent, ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { classes } from "../ui/classes";
import { Key } from "../ui/key";
import styles from "./nav-item.module.css";

interface NavItemProps {
  readonly href: string;
  readonly picture: ReactNode;
  readonly name: string;
  readonly count?: number | undefined;
  readonly shortcut?: string;
  /** A task is dropped here. */
  readonly onDrop?: ((event: DragEvent) => void) | undefined;
}

/** A place to go to. */
export function NavItem({ href, picture, name, count, shortcut, onDrop }: NavItemProps) {
  const [path] = useLocation();
  return (
    <Link
      href={href}
      className={styles.item}
      aria-current={path === href || path.startsWith(`${href}/`) ? "page" : undefined}
      title={shortcut && `${name}  ${shortcut}`}
      {...(onDrop && { onDrop, onDragOver: (event: DragEvent) => event.preventDefault() })}
    >
      {picture}
      <span className={classes("clip", styles.name)}>{name}</span>
      {shortcut?.length === 1 && <Key>{shortcut}</Key>}
      {count !== undefined && count > 0 && <span className={styles.count}>{count}</span>}
    </Link>
  );
}

import type { ReactNode } from "react";
import styles from "./banner.module.css";
import { Button } from "./button";
import { classes } from "./classes";
import { Icon } from "./icon";
import { IconButton } from "./icon-button";
import type { IconName } from "./icon-shapes";

interface BannerProps {
  readonly tone?: "plain" | "late" | "danger";
  readonly icon?: IconName;
  readonly children: ReactNode;
  readonly actionLabel?: string | undefined;
  readonly onAction?: (() => void) | undefined;
  readonly onDismiss?: (() => void) | undefined;
}

/** A line over the page that stays until it is dealt with, and blocks nothing. */
export function Banner({ tone = "plain", icon, children, actionLabel, onAction, onDismiss }: BannerProps) {
  return (
    <div role={tone === "danger" ? "alert" : "status"} className={classes(styles.banner, styles[tone])}>
      {icon && <Icon name={icon} />}
      <div className={styles.words}>{children}</div>
      {actionLabel && (
        <Button size="small" className={styles.do} onClick={onAction}>
          {actionLabel}
        </Button>
      )}
      {onDismiss && <IconButton icon="x" label="Close" className={styles.close} onClick={onDismiss} />}
    </div>
  );
}

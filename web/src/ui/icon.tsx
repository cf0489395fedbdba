import { classes } from "./classes";
import styles from "./icon.module.css";
import { ICON_SHAPES, type IconName } from "./icon-shapes";

interface IconProps {
  readonly name: IconName;
  readonly size?: 12 | 14 | 16 | 20 | 22;
  readonly className?: string | undefined;
}

/** A picture beside words that say the same: screen readers pass it over. */
export function Icon({ name, size = 20, className }: IconProps) {
  return (
    <svg className={classes(styles.icon, className)} viewBox="0 0 20 20" width={size} height={size} aria-hidden="true">
      {ICON_SHAPES[name]}
    </svg>
  );
}

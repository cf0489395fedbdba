import type { ReactNode } from "react";
import { Component } from "react";
import { Button } from "../ui/button";
import styles from "./mishap.module.css";

interface MishapProps {
  /** Another value is another try: the view that failed was left. */
  readonly place: string;
  readonly children: ReactNode;
}

interface MishapState {
  readonly hasFailed: boolean;
}

/** Keeps a part that fails from taking all with it, and says what to do; what was typed is on this device. */
export class Mishap extends Component<MishapProps, MishapState> {
  override state: MishapState = { hasFailed: false };

  static getDerivedStateFromError(): MishapState {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error("a view failed", error);
  }

  override componentDidUpdate({ place }: MishapProps): void {
    if (this.state.hasFailed && place !== this.props.place) this.setState({ hasFailed: false });
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div className={styles.mishap} role="alert">
        <h1>This view could not be shown</h1>
        <p>Nothing of yours is lost. Without a network it may be one that this device has not kept yet.</p>
        <Button onClick={() => location.reload()}>Load it again</Button>
      </div>
    );
  }
}

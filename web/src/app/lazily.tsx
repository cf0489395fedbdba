import type { ComponentType, FunctionComponent } from "react";
import { lazy, Suspense } from "react";

/** Return a component whose code is fetched when it is first drawn: what few look at need not delay what all do. */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): FunctionComponent<Props> {
  const Late = lazy(async () => ({ default: await load() }));
  return function Lazily(props: Props) {
    return (
      <Suspense fallback={null}>
        <Late {...(props as Props & { ref?: never })} />
      </Suspense>
    );
  };
}

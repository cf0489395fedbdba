import { Signal } from "../signal";

/** Return a value that this browser keeps, as JSON under that name; every tab hears of a change. */
export function kept<Value>(name: string, otherwise: Value): Signal<Value> {
  const key = `onthedot.${name}`;
  const signal = new Signal(read(key, otherwise));
  signal.listen(() => localStorage.setItem(key, JSON.stringify(signal.value)));
  window.addEventListener("storage", (event) => {
    if (event.key === key) signal.value = read(key, otherwise);
  });
  return signal;
}

function read<Value>(key: string, otherwise: Value): Value {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "") as Value;
  } catch {
    return otherwise;
  }
}

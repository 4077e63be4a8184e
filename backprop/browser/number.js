// Nine significant digits, as Python's ``exact`` writes them: 0.593269992, 1.25e−7.
export function exact(value) {
  const [mantissa, power] = value.toExponential(8).split("e").map(Number);
  const far = power < -4 || power > 8;
  return (far ? `${mantissa}e${power}` : String(Number(value.toPrecision(9)))).replaceAll("-", "−");
}

// The number in so few characters, in fewer digits where it must be; "" where even one is too many.
export function fitting(text, value, room) {
  if (text.length <= room) return text;
  const fewer = [value.toPrecision(2), value.toPrecision(1)].map((digits) => String(Number(digits)));
  const tries = [...fewer, value.toExponential(0).replace("+", "")];
  return tries.map((one) => one.replaceAll("-", "−")).find((one) => one.length <= room) ?? "";
}

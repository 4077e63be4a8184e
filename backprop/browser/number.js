// Nine significant digits, as Python's ``exact`` writes them: 0.593269992, 1.25e−7.
export function exact(value) {
  const [mantissa, power] = value.toExponential(8).split("e").map(Number);
  const far = power < -4 || power > 8;
  return (far ? `${mantissa}e${power}` : String(Number(value.toPrecision(9)))).replaceAll("-", "−");
}

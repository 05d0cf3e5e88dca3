import classes from './sparkline.module.css';

interface SparklineProps {
  readonly label: string;
  readonly points: readonly {
    readonly key: string;
    readonly title: string;
    readonly total: number;
    readonly bad: number;
  }[];
}

const HEIGHT = 48;
const STEP = 10;
const BAR = 6;

/** Bars an hour, the refused share on top in red; one picture for a screen reader, one title a bar for a mouse. */
export function Sparkline({ label, points }: SparklineProps) {
  const peak = Math.max(1, ...points.map((point) => point.total));
  const scale = (count: number): number => (count === 0 ? 0 : Math.max(2, (count / peak) * (HEIGHT - 2)));
  return (
    <svg
      className={classes.sparkline}
      viewBox={`0 0 ${String(points.length * STEP)} ${String(HEIGHT)}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <line x1={0} x2={points.length * STEP} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className={classes.ground} />
      {points.map((point, index) => {
        const total = scale(point.total);
        const bad = point.bad === 0 ? 0 : Math.max(2, (point.bad / peak) * (HEIGHT - 2));
        const x = index * STEP + (STEP - BAR) / 2;
        return (
          <g key={point.key}>
            <title>{point.title}</title>
            <rect x={x} y={HEIGHT - total} width={BAR} height={total} className={classes.good} />
            <rect x={x} y={HEIGHT - total} width={BAR} height={bad} className={classes.bad} />
          </g>
        );
      })}
    </svg>
  );
}

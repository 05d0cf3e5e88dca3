import { Badge } from '@mantine/core';

/** 4xx is the caller's to mend, 5xx ours; 404 to a question is an ordinary answer but still not a success. */
export function AnswerBadge({ status }: { readonly status: number }) {
  const color = status < 400 ? 'gray' : status < 500 ? 'yellow' : 'red';
  return (
    <Badge color={color} className="tabular">
      {status}
    </Badge>
  );
}

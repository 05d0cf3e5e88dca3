/** Tells a person who waits what is being done. */
export type Progress = (line: string) => void;

import type { FindingRecord, TensorRecord } from './record.ts';

/** Whether a finding is about a tensor: other files may have tensors of its name. */
export const isAbout = ({ file, tensors }: FindingRecord, tensor: TensorRecord): boolean =>
  file === tensor.file && tensors.includes(tensor.name);

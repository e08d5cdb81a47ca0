import { type AuditRecord, faultsOf } from '../audit/index.ts';
import { counted, count } from './format.ts';
import type { Label } from './words.ts';

/** What an audit came to: `12 tensors: 10 of a law that has a name; nothing wrong.` */
export function auditSentence(record: AuditRecord): Label {
  const { tensors } = record;
  const named = tensors.filter(({ schemes }) => schemes.length > 0).length;
  const wrong = faultsOf(record).filter(({ severity }) => severity === 'error').length;
  return {
    en: `${counted(tensors.length, 'tensor')}: ${count(named)} of a law that has a name; ${wrong === 0 ? 'nothing wrong' : counted(wrong, 'fault')}.`,
    zh: `${count(tensors.length)} 个张量：${count(named)} 个的分布有名称；${wrong === 0 ? '没有错误' : `${count(wrong)} 处错误`}。`,
  };
}

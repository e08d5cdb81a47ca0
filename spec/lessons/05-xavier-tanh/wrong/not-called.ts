// told: init() must be an initializer, such as xavierUniform() is; it is [function xavierUniform]
// 告知：init() 应为初始化方法，例如 xavierUniform()，而它是 [function xavierUniform]
import { xavierUniform } from 'gainsay';

export const init = (): typeof xavierUniform => xavierUniform;

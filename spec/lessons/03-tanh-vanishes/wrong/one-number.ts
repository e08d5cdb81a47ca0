// told: √(3/(2l)) is what tanh makes of one number
// 告知：√(3/(2l)) 是把 tanh 反复作用于一个数的结果
export function stdAfter(layer: number): number {
  let x = 1;
  for (let l = 0; l <= layer; l++) x = Math.tanh(x);
  return x;
}

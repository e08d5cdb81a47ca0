// told: You predict a std that hardly falls, and it falls
// 告知：你预测标准差几乎不降，而它在下降
export const stdAfter = (): number => 0.0658;

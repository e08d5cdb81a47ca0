// cephes ships its types outside its `exports`, where "nodenext" cannot find them (TS7016).
declare module 'cephes' {
  interface Cephes {
    compiled: Promise<void>;
    ndtri(p: number): number;
    erf(x: number): number;
    erfc(x: number): number;
    chdtr(df: number, x: number): number;
    chdtrc(df: number, x: number): number;
    incbet(a: number, b: number, x: number): number;
    bdtr(k: number, n: number, p: number): number;
    bdtrc(k: number, n: number, p: number): number;
    lgam(x: number): number;
    psi(x: number): number;
    zeta(s: number, q: number): number;
  }
  const cephes: Cephes;
  export default cephes;
}

// cephes ships its types outside its `exports`, where "nodenext" cannot find them (TS7016).
declare module 'cephes' {
  interface Cephes {
    compiled: Promise<void>;
    ndtr(x: number): number;
    ndtri(p: number): number;
    stdtri(df: number, p: number): number;
    chdtr(df: number, x: number): number;
    incbi(a: number, b: number, p: number): number;
    bdtr(k: number, n: number, p: number): number;
    bdtrc(k: number, n: number, p: number): number;
    lgam(x: number): number;
    psi(x: number): number;
    zeta(s: number, q: number): number;
  }
  const cephes: Cephes;
  export default cephes;
}

/// The least and greatest value in each bin of a number, from `base` on in shared lists.
struct BinEdges {
  let lows: [Float]
  let highs: [Float]
  let base: Int

  func lowest(_ bin: UInt8) -> Float { lows[base + Int(bin)] }
  func highest(_ bin: UInt8) -> Float { highs[base + Int(bin)] }
}

/// The repository's top folder, found from this file's own place.
package let repository: String = {
  let here = #filePath
  let parts = here.split(separator: "/", omittingEmptySubsequences: false)
  return parts.dropLast(3).joined(separator: "/")
}()
